package io.quanyi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.source.FaultsFound;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTests {

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.50", "-0", "1e400", "123456789012345678901234567890.00000000000000000001"})
    void aNumberKeepsAllItsDigits(String number) {
        assertThat(member("{\"a\": %s}".formatted(number), "a")).isEqualTo(scalar(Kind.NUMBER, number));
    }

    @Test
    void scalarsSayWhatTheyAre() {
        assertThat(member("{\"a\": \"1\"}", "a")).isEqualTo(scalar(Kind.TEXT, "1"));
        assertThat(member("{\"a\": true}", "a")).isEqualTo(scalar(Kind.BOOLEAN, "true"));
        assertThat(member("{\"a\": null}", "a")).isEqualTo(scalar(Kind.NULL, ""));
    }

    @Test
    void everyDuplicateMemberIsNamedByItsPointer() {
        assertThat(faults("{\"a\": 1, \"a\": 2, \"b/c\": [{\"d\": 1, \"d\": 1}]}"))
                .containsExactly("/a duplicate-member", "/b~1c/0/d duplicate-member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{\"a\": +1}",
                "{\"a\": 01}",
                "{\"a\": .5}",
                "{\"a\": 1.}",
                "{\"a\": 1,}",
                "[1,]",
                "{a: 1}",
                "{'a': 1}",
                "{\"a\": 1 /* one */}",
                "// nothing\n{}",
                "{\"a\"",
                "{",
                "\"tab\there\"",
                "{\"a\": \"\\x\"}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(faults(text)).containsExactly(" json-syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF{}", "\uFEFF", "\uFEFF\uFEFF{}", "\uFEFFnonsense"})
    void aByteOrderMarkIsNamed(String text) {
        assertThat(faults(text)).containsExactly(" json-byte-order-mark");
    }

    @Test
    void aSyntaxFaultSaysLineAndColumn() {
        FaultsFound found = refusal("{\n  \"a\": nope\n}".getBytes(StandardCharsets.UTF_8));
        assertThat(found.faults().get(0).arguments()).first().isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} {} | json-trailing", "1 2 | json-trailing", "[] null | json-trailing"})
    void nothingMayFollow(String text, String code) {
        assertThat(faults(text)).containsExactly(" " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void anEmptyBodyIsNone(String text) {
        assertThat(faults(text)).containsExactly(" body-missing");
    }

    @Test
    void depthAndLengthsAreBounded() {
        String deepest = "[".repeat(JsonReader.DEEPEST) + "]".repeat(JsonReader.DEEPEST);
        assertThat(JsonReader.read(deepest.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Tree.Arr.class);
        assertThat(faults("[" + deepest + "]")).containsExactly(" json-beyond-bounds");
        assertThat(faults("[".repeat(100_000))).containsExactly(" json-beyond-bounds");
        assertThat(faults("1".repeat(JsonReader.MAX_NUMBER_LENGTH + 1))).containsExactly(" json-beyond-bounds");
        assertThat(faults("\"" + "x".repeat(JsonReader.MAX_TEXT_LENGTH + 1) + "\""))
                .containsExactly(" json-beyond-bounds");
        assertThat(faults("{\"" + "x".repeat(60_000) + "\": 1}")).containsExactly(" json-beyond-bounds");
    }

    @Test
    void onlyUtf8IsRead() {
        assertThat(refusal(new byte[] {'"', (byte) 0xE9, '"'}).faults().get(0).code())
                .isEqualTo("body-not-utf8");
        assertThat(refusal("{}".getBytes(StandardCharsets.UTF_16))
                        .faults()
                        .get(0)
                        .code())
                .isEqualTo("body-not-utf8");
    }

    @Test
    void halfASurrogatePairIsNoCharacter() {
        assertThat(faults("{\"a\": \"\\ud83d\", \"b\": \"\\ud83d\\ude00\"}")).containsExactly("/a json-surrogate");
    }

    private static Tree member(String text, String name) {
        Obj object = (Obj) JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(object.members().get(name));
    }

    private static Scalar scalar(Kind kind, String text) {
        return new Scalar(io.quanyi.source.Position.NOWHERE, kind, text);
    }

    private static List<String> faults(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8)).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static FaultsFound refusal(byte[] body) {
        return Objects.requireNonNull(catchThrowableOfType(FaultsFound.class, () -> JsonReader.read(body)), "was read");
    }
}
