package io.quanyi.web.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanyi.source.FaultsFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipInputTests {

    private static final byte[] CONTENT = "{\"a\": \"权益\"}".repeat(50).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8192})
    void theContentIsWhatWasCompressed(int atOnce) throws IOException {
        assertThat(decoded(Gzip.of(CONTENT), atOnce)).isEqualTo(CONTENT);
        assertThat(decoded(Gzip.of(""), atOnce)).isEmpty();
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThat(decoded(Gzip.of(noise), Math.max(atOnce, 500))).isEqualTo(noise);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192})
    void membersFollowEachOther(int atOnce) throws IOException {
        byte[] three = joined(Gzip.of("a"), Gzip.of(""), Gzip.of("bc"));
        assertThat(decoded(three, atOnce)).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 8, 16, 30})
    void everyFieldOfAHeaderIsPassedOver(int flags) throws IOException {
        assertThat(decoded(withFields(flags), 3)).isEqualTo(CONTENT);
    }

    @Test
    void whatIsCutOffIsBroken() {
        byte[] whole = Gzip.of(CONTENT);
        for (int length = 0; length < whole.length; length++) {
            broken(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void oneBitThatChangesIsNoticedWhereItMatters() {
        byte[] whole = Gzip.of(CONTENT);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            // The time, the level and the system mean nothing; nor does the mark of a text
            boolean means = bit / 8 < 4 ? bit != 24 : bit / 8 > 9;
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            if (means) {
                broken(changed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\0", "\u001f", "{\"programme\": \"after the end\"}"})
    void nothingMayFollow(String more) {
        broken(joined(Gzip.of(CONTENT), more.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void noMoreIsDecodedThanIsAskedFor() throws IOException {
        byte[] bomb = Gzip.of(new byte[10_000_000]);
        try (GzipInput input = new GzipInput(new ByteArrayInputStream(bomb))) {
            assertThat(input.read(new byte[100])).isEqualTo(100);
            assertThat(input.read()).isZero();
        }
    }

    private static void broken(byte[] coded) {
        assertThatExceptionOfType(FaultsFound.class)
                .isThrownBy(() -> decoded(coded, 8192))
                .matches(found -> found.faults().get(0).code().equals("body-not-gzip"));
    }

    private static byte[] decoded(byte[] coded, int atOnce) throws IOException {
        InputStream some = new ByteArrayInputStream(coded) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, atOnce));
            }
        };
        try (GzipInput input = new GzipInput(some)) {
            return input.readAllBytes();
        }
    }

    /** A header with the fields that its flags announce, before the content. */
    private static byte[] withFields(int flags) {
        byte[] plain = Gzip.of(CONTENT);
        byte[] head = Arrays.copyOf(plain, 10);
        head[3] = (byte) flags;
        byte[] fields = joined(
                head,
                (flags & 4) == 0 ? new byte[0] : new byte[] {3, 0, 1, 2, 3},
                (flags & 8) == 0 ? new byte[0] : "name\0".getBytes(StandardCharsets.ISO_8859_1),
                (flags & 16) == 0 ? new byte[0] : "comment\0".getBytes(StandardCharsets.ISO_8859_1));
        CRC32 checksum = new CRC32();
        checksum.update(fields);
        byte[] sum = {(byte) checksum.getValue(), (byte) (checksum.getValue() >> 8)};
        return joined(fields, (flags & 2) == 0 ? new byte[0] : sum, Arrays.copyOfRange(plain, 10, plain.length));
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
