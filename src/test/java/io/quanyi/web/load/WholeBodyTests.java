package io.quanyi.web.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeBodyTests {

    private static final String BODY = "0123456789";

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 9, 10, 11, Long.MAX_VALUE})
    void aBodyIsReadToItsEndWhateverWasAnnounced(long announced) throws IOException {
        assertThat(read(announced, 100)).isEqualTo(BODY);
    }

    @ParameterizedTest
    @CsvSource({"-1, 9", "0, 9", "5, 9", "9, 9", "10, 9", "-1, 10", "10, 10", "11, 10"})
    void noMoreIsReadThanTheMost(long announced, int most) throws IOException {
        assertThat(read(announced, most)).isEqualTo(BODY.substring(0, most));
    }

    private static String read(long announced, int most) throws IOException {
        var input = new ByteArrayInputStream(BODY.getBytes(StandardCharsets.US_ASCII));
        return new String(WholeBody.bytes(input, announced, most), StandardCharsets.US_ASCII);
    }
}
