package io.quanyi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLineReaderTests {

    private static final String TOO_LONG = "too long";

    @Test
    void linesEndWhereTheyEnd() throws IOException {
        assertThat(lines("a\nbc\r\n\nd", 10, 8)).containsExactly("a", "bc\r", "", "d");
        assertThat(lines("a\n", 10, 8)).containsExactly("a");
        assertThat(lines("", 10, 8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8192})
    void howTheyComeMakesNoDifference(int atOnce) throws IOException {
        assertThat(lines("1234\n12345\n123456\n1\n1234567", 5, atOnce))
                .containsExactly("1234", "12345", TOO_LONG, "1", TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8192})
    void aByteOrderMarkIsLeftOutAtTheVeryBeginningOnly(int atOnce) throws IOException {
        assertThat(lines("\uFEFF1234\n5", 4, atOnce)).containsExactly("1234", "5");
        assertThat(lines("\uFEFF\n\uFEFF", 4, atOnce)).containsExactly("", "\uFEFF");
        assertThat(lines("\uFEFF\uFEFF", 4, atOnce)).containsExactly("\uFEFF");
        assertThat(lines("\uFEFF", 4, atOnce)).isEmpty();
        assertThat(lines("a\uFEFF", 4, atOnce)).containsExactly("a\uFEFF");
    }

    @ParameterizedTest
    @CsvSource({
        "'1\n2\n', true",
        "'1\n\n \r\n2\n', true",
        "'1\n2', false",
        "'1\n', false",
        "'1\n\n\t\n', false",
        "'123456\n2\n', true",
        "'12345678', false"
    })
    void theNextLineIsThereIfItIsWholeAndNotBlank(String content, boolean there) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        BoundedLineReader lines = new BoundedLineReader(new ByteArrayInputStream(bytes), 5);
        lines.next();
        assertThat(lines.hasNext()).isEqualTo(there);
    }

    @Test
    void aPartOfAByteOrderMarkIsNone() throws IOException {
        byte[] part = {(byte) 0xEF, (byte) 0xBB};
        BoundedLineReader alone = new BoundedLineReader(new ByteArrayInputStream(part), 5);
        assertThat(Objects.requireNonNull(alone.next()).content()).isEqualTo(part);
        byte[] begun = {(byte) 0xEF, (byte) 0xBB, 'x'};
        BoundedLineReader more = new BoundedLineReader(new ByteArrayInputStream(begun), 5);
        assertThat(Objects.requireNonNull(more.next()).content()).isEqualTo(begun);
    }

    @Test
    void aLineWithoutEndIsAnsweredWhenItIsTooLongAndNothingOfItIsKept() throws IOException {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                if (read > 100_000) {
                    throw new AssertionError("read on");
                }
                read++;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
        BoundedLineReader.Line line = new BoundedLineReader(endless, 99_999).next();
        assertThat(line).isNotNull().matches(BoundedLineReader.Line::isTooLong);
    }

    private static List<String> lines(String text, int most, int atOnce) throws IOException {
        InputStream some = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, atOnce));
            }
        };
        List<String> lines = new ArrayList<>();
        BoundedLineReader bounded = new BoundedLineReader(some, most);
        for (var line = bounded.next(); line != null; line = bounded.next()) {
            lines.add(line.isTooLong() ? TOO_LONG : new String(line.content(), StandardCharsets.UTF_8));
        }
        return lines;
    }
}
