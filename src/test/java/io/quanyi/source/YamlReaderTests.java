package io.quanyi.source;

import static io.quanyi.source.Written.file;
import static io.quanyi.source.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on",
                "off",
                "yes",
                "NO",
                "y",
                "13:00",
                "08:30-12:00",
                "2025.10",
                "1_000",
                "0x10",
                "0o17",
                "017",
                "1e3",
                ".inf",
                ".nan",
                "2026-03-31",
                "2026-03-31T16:00:00+08:00",
                "true",
                "<<",
                "=",
                "1.10",
                "7*24问题反馈"
            })
    void aPlainScalarIsTheTextThatWasWritten(String written) {
        assertThat(member(yaml("a: " + written), "a")).isEqualTo(scalar(1, 4, Kind.PLAIN, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "~", ""})
    void threeWordsSayNothing(String written) {
        assertThat(((Scalar) member(yaml("a: " + written), "a")).kind()).isEqualTo(Kind.NULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Null", "NULL", "nil", "none"})
    void otherWordsAreWords(String written) {
        assertThat(((Scalar) member(yaml("a: " + written), "a")).kind()).isEqualTo(Kind.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"null\"|null", "'~'|~", "''|``", "\"1\"|1", "'it''s'|it's"})
    void aQuotedScalarIsATextAndNothingElse(String written, String text) {
        assertThat(member(yaml("a: " + written), "a")).isEqualTo(scalar(1, 4, Kind.TEXT, text));
    }

    @Test
    void aFoldedTextIsOneLine() {
        assertThat(((Scalar) member(yaml("a: >-\n  one\n  two\n"), "a")).text()).isEqualTo("one two");
    }

    @Test
    void everythingKnowsWhereItStands() {
        Tree tree = yaml("""
                # a comment
                服务:
                  - id: x
                    of: [ 甲, b ]
                """);
        Obj root = (Obj) tree;
        assertThat(root.keys()).containsEntry("服务", new Position("a.yaml", 2, 1));
        Obj item = (Obj) ((Arr) member(tree, "服务")).items().get(0);
        assertThat(item.position()).isEqualTo(new Position("a.yaml", 3, 5));
        assertThat(item.keys()).containsEntry("of", new Position("a.yaml", 4, 5));
        assertThat(((Arr) member(item, "of")).items().get(1).position()).isEqualTo(new Position("a.yaml", 4, 14));
    }

    @Test
    void membersKeepTheirOrder() {
        assertThat(((Obj) yaml("{ z: 1, a: 2, m: 3 }")).members().keySet()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a: 1\\nb: 2\\na: 3            | 3:1  duplicate-member [a]
                    a: 1\\n"a": 2                 | 2:1  duplicate-member [a]
                    a: &x 1                       | 1:4  yaml-alias []
                    a: &x [1]                     | 1:4  yaml-alias []
                    a: !!int 1                    | 1:4  yaml-tag []
                    a: !!set { b }                | 1:4  yaml-tag []
                    a: !java.net.URL [ b ]        | 1:4  yaml-tag []
                    a: !!binary aGk=              | 1:4  yaml-tag []
                    [a]: 1                        | 1:1  yaml-key-no-text []
                    {a: 1}: 1                     | 1:1  yaml-key-no-text []
                    a: 1\\n---\\nb: 2             | 2:1  yaml-several-documents []
                    # nothing                     | a.yaml  file-empty []
                    """)
    void whatIsNotUsedHereIsAFault(String written, String fault) {
        assertThat(faults(written.replace("\\n", "\n"))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    %YAML 1.1\\n---\\na: 1             | 1:1
                    %YAML 1.2\\n---\\na: 1             | 1:1
                    %YAML 1.3\\n---\\na: 1             | 1:1
                    %YAML 9.9\\n---\\na: 1             | 1:1
                    %TAG ! tag:x,2002:\\n---\\na: 1    | 1:1
                    %FOO\\n---\\na: 1                  | 1:1
                    %\\n---\\na: 1                     | 1:1
                    # one\\n\\n  # two\\n%FOO bar\\n---\\na: 1 | 4:1
                    ...\\n%FOO\\n---\\na: 1            | 2:1
                    # \\r\\n%FOO\\r\\n---\\r\\na: 1      | 2:1
                    \ufeff%FOO\\n---\\na: 1            | 1:1
                    %FOO                          | 1:1
                    """)
    void aDirectiveIsAFaultKnownOrNot(String written, String place) {
        assertThat(faults(written.replace("\\n", "\n").replace("\\r", "\r")))
                .containsExactly(place + "  yaml-directive []");
    }

    @Test
    void everyDirectiveIsAFault() {
        assertThat(faults("%YAML 1.2\n%FOO\n---\na: 1"))
                .containsExactly("1:1  yaml-directive []", "2:1  yaml-directive []");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 50%",
                "# 50%\n---\na: 1",
                "a: |\n  %YAML 1.3\n  %FOO",
                "--- \na: '%FOO'",
                "'%FOO': 1",
                "a: b\n  %c"
            })
    void aPercentSignElsewhereIsNone(String written) {
        assertThat(faults(written)).isEmpty();
    }

    @Test
    void anAnchorAndEveryAliasOfItAreFaults() {
        assertThat(faults("a: &x 1\nb: *x\nc: *x"))
                .containsExactly("1:4  yaml-alias []", "2:4  yaml-alias []", "3:4  yaml-alias []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1", "a: 'x", "a: b: c", "- a\nb: 1", "a: %x", "a: @x", "{ a: 1 "})
    void brokenYamlIsAFaultWithItsPlace(String written) {
        List<String> faults = faults(written);
        assertThat(faults).singleElement().asString().contains("yaml-syntax");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a：1\\nb: 2                | 1:2  yaml-full-width [：, :]
                    products：\\n  - { id: x } | 1:9  yaml-full-width [：, :]
                    { a: 1， b: 2 }            | 1:7  yaml-full-width [，, ,]
                    a: “b: c”                  | 1:4  yaml-full-width [“, \"]
                    a: [1］\\nb: 2             | 1:6  yaml-full-width [］, ]]
                    """)
    void punctuationOfAChineseInputMethodIsNamed(String written, String fault) {
        assertThat(faults(written.replace("\\n", "\n"))).containsExactly(fault);
    }

    @Test
    void textMayHaveAnyPunctuation() {
        assertThat(faults("a: 甲：乙，丙“丁”［戊］")).isEmpty();
    }

    static Stream<Arguments> deceptive() {
        return Stream.of(
                arguments("a: \u0001", "1:4  character-deceptive [U+0001]"),
                arguments("b: 1\na: \0", "2:4  character-deceptive [U+0000]"),
                arguments("# a\u202eb", "1:4  character-deceptive [U+202E]"),
                arguments("a: b\u200bc", "1:5  character-deceptive [U+200B]"),
                arguments("a: b\u2028c", "1:5  character-deceptive [U+2028]"),
                arguments("a: b\ue000", "1:5  character-deceptive [U+E000]"),
                arguments("a: b\uffff", "1:5  character-deceptive [U+FFFF]"),
                arguments("a: b\u0085c", "1:5  character-deceptive [U+0085]"),
                arguments("a: b\rc: d", "1:5  character-deceptive [U+000D]"),
                arguments("a: \u3164", "1:4  character-deceptive [U+3164]"),
                arguments("a: b\n# \u2800", "2:3  character-deceptive [U+2800]"),
                arguments("a: \"b\\u3164\"", "1:4  character-deceptive [U+3164]"),
                arguments("a: \"b\\U000E0041\"", "1:4  character-deceptive [U+E0041]"),
                arguments("a: \u001b[31mred", "1:4  character-deceptive [U+001B]"),
                arguments("\u2066a: 1", "1:1  character-deceptive [U+2066]"),
                arguments("a: 😀\u200d", "1:6  character-deceptive [U+200D]"),
                arguments("a: \"b\\u202ec\"", "1:4  character-deceptive [U+202E]"),
                arguments("a: \"b\\0c\"", "1:4  character-deceptive [U+0000]"),
                arguments("a: \"\\e[2J\"", "1:4  character-deceptive [U+001B]"),
                arguments("a: \"\\ud83d\"", "1:4  character-deceptive [U+D83D]"),
                arguments("\"a\\u200b\": 1", "1:1  character-deceptive [U+200B]"));
    }

    @ParameterizedTest
    @MethodSource("deceptive")
    void whatDeceivesItsReaderIsAFaultWithItsPlaceWrittenOutOrAsAnEscape(String written, String fault) {
        assertThat(faults(written)).containsExactly(fault);
    }

    @Test
    void whatPeopleWriteDeceivesNobody() {
        assertThat(faults("a: 全角，（“引号”）·×😀 é\r\nb: |\n  one\n  two\tthree\nc: \"x\\ny\\t\\U0001F600\""))
                .isEmpty();
    }

    @Test
    void aTabDoesNotIndent() {
        assertThat(faults("a:\n\t- x")).singleElement().asString().startsWith("2:1  yaml-tab");
    }

    @Test
    void aTextIsBoundedAndNotOnlyTheFile() {
        assertThat(faults("a: " + "x".repeat(10_000))).isEmpty();
        assertThat(faults("b: 1\na: " + "9".repeat(10_001))).containsExactly("2:4  text-too-long [10001, 10000]");
    }

    @Test
    void aLaughThatWouldFillTheMemoryIsRefusedAtOnce() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 12; i++) {
            String below = "*a" + (i - 1);
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(below, below, below, below))));
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(faults(laughs.toString())).allMatch(f -> f.contains("yaml-alias")));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1000, 100_000})
    void deepNestingIsRefusedBeforeItHurts(int depth) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(faults("[".repeat(depth)))
                        .singleElement()
                        .asString()
                        .contains("yaml-syntax"));
    }

    @Test
    void nestingThatPeopleNeedIsRead() {
        assertThat(faults("[".repeat(30) + "]".repeat(30))).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreAFault() {
        Faults faults = new Faults();
        byte[] gbk = {'a', ':', ' ', (byte) 0xD6, (byte) 0xD0};
        assertThat(YamlReader.read(new SourceFile("a.yaml", gbk), faults)).isNull();
        assertThat(Written.lines(faults)).containsExactly("1:4  not-utf8 []");
    }

    @Test
    void anOverlongFileIsRefused() {
        assertThat(faults("a: " + "x".repeat(4 << 20))).containsExactly("1:4194305  file-too-long [4194304]");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsMakeNoDifference() {
        Tree tree = yaml("\uFEFFa: 1\r\nb: 2\r\n");
        assertThat(((Obj) tree).members().keySet()).containsExactly("a", "b");
        assertThat(((Scalar) member(tree, "b")).text()).isEqualTo("2");
    }

    @Test
    void theBytesOfAFileAreItsOwn() {
        byte[] bytes = "a: 1".getBytes(StandardCharsets.UTF_8);
        SourceFile file = new SourceFile("a.yaml", bytes);
        bytes[0] = 'b';
        file.bytes()[0] = 'c';
        assertThat(file.text(new Faults())).isEqualTo("a: 1");
    }

    private static List<String> faults(String text) {
        Faults faults = new Faults();
        Tree tree = YamlReader.read(file("a.yaml", text), faults);
        assertThat(tree == null).isEqualTo(!faults.isEmpty());
        return Written.lines(faults);
    }

    private static Tree member(Tree tree, String name) {
        Tree member = ((Obj) tree).members().get(name);
        assertThat(member).isNotNull();
        return member;
    }

    private static Scalar scalar(int line, int column, Kind kind, String text) {
        return new Scalar(new Position("a.yaml", line, column), kind, text);
    }
}
