package io.quanyi.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Checks digests against the examples of FIPS 180-4. */
class Sha256Tests {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void digestsAreThoseOfTheStandard() {
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ABC);
        assertThat(Sha256.named("")).isEqualTo("sha256:" + NOTHING);
    }

    @Test
    void partsAreDigestedAsOne() {
        assertThat(new Sha256()
                        .with("a")
                        .with("bc".getBytes(StandardCharsets.US_ASCII))
                        .named())
                .isEqualTo("sha256:" + ABC);
    }

    @Test
    void textsAreDigestedInUtf8() {
        assertThat(Sha256.named("权益")).isEqualTo("sha256:" + Sha256.hex("权益".getBytes(StandardCharsets.UTF_8)));
    }
}
