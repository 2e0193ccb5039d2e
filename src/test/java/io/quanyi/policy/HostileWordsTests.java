package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that elements of DRL and Java around a norm are refused in their places: headers, annotations, names, code. */
@Timeout(30)
class HostileWordsTests {

    private static final String NORM = DemoPolicy.grant("A-1", "Question(service == \"advice\")");

    record Hostile(String what, String fault, SourceFile file) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(headers(), annotations(), values(), names(), likenesses(), consequences(), conditions())
                .flatMap(files -> files);
    }

    private static Stream<Hostile> headers() {
        return Stream.of(
                header("the package twice", "2:1 refused-outside-rules", "package demo.advice;"),
                header("a rule unit", "2:1 refused-unit", "unit Evil;"),
                header("a static import of our own facts", "2:1 refused-import", "import static io.quanyi.facts.*"),
                header("an import of one fact", "2:1 refused-import", "import io.quanyi.facts.Plan"),
                header("a static import without static", "2:1 refused-import", "import io.quanyi.servicetime.Target.*"),
                header("an import of the engine", "2:1 refused-import", "import org.drools.core.common.*"),
                header("an import of the readers themselves", "2:1 refused-import", "import io.quanyi.policy.*"),
                header("an import of a nested name", "2:1 refused-import", "import io.quanyi.facts.*.Plan"),
                header("an import of nothing", "2:1 refused-import", "import io.quanyi.facts."),
                header("a dialect of Java", "2:1 refused-attribute", "dialect \"java\""),
                text("a mark of the other byte order", "1:1 character-deceptive", "\ufffe" + written(NORM)),
                text("a blank letter in a title", "6:8 character-deceptive", titled("a\u3164b")),
                text("a title of Braille blanks", "6:7 character-deceptive", titled("\u2800\u2800")),
                text("a variation selector in a title", "6:8 character-deceptive", titled("a\ufe0f")),
                text("a tag in a title", "6:8 character-deceptive", titled("a\udb40\udc41")),
                text("an import behind the rules", "14:1 refused-import", written(NORM) + "\nimport java.io.*\n"),
                text("a rule before the package", "1:1 expected", NORM + written(NORM)),
                text("no package", "2:1 expected", written(NORM).replace("package demo.advice\n", "")),
                text("a package in capitals", "1:9 package-name", written(NORM).replace("demo.advice", "Demo.advice")),
                text("the root package", "1:9 package-name", written(NORM).replace("demo.advice", "advice")),
                text("our own package", "1:9 package-name", written(NORM).replace("demo.advice", "io.quanyi.policy")),
                text(
                        "a homoglyph in the package",
                        "1:9 character-not-used",
                        written(NORM).replace("demo.advice", "\u0501emo.advice")));
    }

    private static Stream<Hostile> annotations() {
        return Stream.of(
                        "PropertyReactive",
                        "Watch(*)",
                        "Watch(!id, name)",
                        "Expires(1h30m)",
                        "Expires(\"1h\")",
                        "Role(event)",
                        "Role(Role.Type.EVENT)",
                        "Timestamp(at)",
                        "Duration(length)",
                        "Serialized",
                        "Abductive(target = Plan.class)",
                        "Direct",
                        "Eager(true)",
                        "All",
                        "Unit(Evil.class)",
                        "classReactive",
                        "key",
                        "position(0)",
                        "salience(1)",
                        "Id(A-1)",
                        "ID(A-1)",
                        "clauses(\"1\")",
                        "evil((((((((((1))))))))))",
                        "evil(" + "(".repeat(50_000))
                .map(annotation -> annotated(
                        "@" + annotation.substring(0, Math.min(annotation.length(), 20)),
                        "7:28 unknown-annotation",
                        "@id(A-1) @clause(\"1\") @" + annotation));
    }

    private static Stream<Hostile> values() {
        return Stream.of(
                annotated("a clause in brackets", "7:22 expected", "@id(A-1) @clause((\"1\"))"),
                annotated("a clause of braces", "7:22 expected", "@id(A-1) @clause({\"1\", \"2\"})"),
                annotated("a clause by a name", "7:28 expected", "@id(A-1) @clause(quote = \"1\")"),
                annotated(
                        "a clause without end", "7:22 text-too-long", "@id(A-1) @clause(\"" + "1".repeat(301) + "\")"),
                annotated("an id of two", "6:1 rule-without-id", "@id(A-1, A-2) @clause(\"1\")"),
                annotated("an id in small letters", "6:1 rule-without-id", "@id(a-1) @clause(\"1\")"),
                annotated("an id of code", "6:1 rule-without-id", "@id(\"A-1'; DROP TABLE\") @clause(\"1\")"),
                annotated("an id of full-width letters", "7:9 character-full-width", "@id(\uff21-1) @clause(\"1\")"),
                annotated("an id of Cyrillic letters", "7:9 character-not-used", "@id(\u0410-1) @clause(\"1\")"),
                annotated(
                        "an id of Cyrillic letters in quotes",
                        "6:1 rule-without-id",
                        "@id(\"\u0410-1\") @clause(\"1\")"),
                annotated(
                        "an id of digits of another script", "6:1 rule-without-id", "@id(\"A-\u0661\") @clause(\"1\")"),
                annotated("an id with a line end", "7:9 text-not-closed", "@id(\"A-1\n\") @clause(\"1\")"));
    }

    private static Stream<Hostile> names() {
        return Stream.of(
                        "con",
                        "prn",
                        "aux",
                        "nul",
                        "com1",
                        "com9",
                        "lpt1",
                        "a.",
                        "a..",
                        "a ",
                        " a",
                        ".a",
                        "a.b",
                        "A",
                        "a_b",
                        "a--b",
                        "-a",
                        "a-",
                        "a:b",
                        "a\\b",
                        "a\u0000",
                        "\u0430",
                        "\uff41",
                        "a\u200b",
                        "~a",
                        "$a",
                        "a;b",
                        "a".repeat(101))
                .map(name -> new Hostile(
                        "a file called " + name, "0:0 file-name", DemoPolicy.file(name + ".drl", written(NORM))));
    }

    /** Ids that look, or are after some treatment, like those that there are. */
    private static Stream<Hostile> likenesses() {
        return Stream.of(
                        "hig\u04bb",
                        "h\u0131gh",
                        "\uff48\uff49\uff47\uff48",
                        "high\u0301",
                        "HIGH",
                        "high ",
                        "\ud835\udc21igh")
                .map(id -> when("the id " + id, "10:16 unknown-id", "Plan(id == \"" + id + "\")"));
    }

    private static Stream<Hostile> consequences() {
        return Stream.of(
                        "Runtime.getRuntime().exec(\"sh\");",
                        "new ProcessBuilder(\"sh\").start();",
                        "java.nio.file.Files.delete(path);",
                        "new java.io.FileWriter(\"/tmp/x\");",
                        "new java.net.Socket(\"localhost\", 1);",
                        "new java.net.URL(\"http://localhost\").openStream();",
                        "Class.forName(\"x\");",
                        "getClass().getClassLoader();",
                        "Thread.currentThread().stop();",
                        "while (true);",
                        "for (;;);",
                        "new byte[2147483647].clone();",
                        "new java.io.ObjectInputStream(in).readObject();",
                        "System.load(\"x\");",
                        "throw new Error();",
                        "synchronized (this) {}",
                        "kcontext.getKieRuntime().insert(this);",
                        "bind(\"x\", 1);",
                        "static { System.exit(1); }",
                        "@Override insert(new Granted());")
                .map(code -> then(code, "11:5 refused-action", code));
    }

    private static Stream<Hostile> conditions() {
        return Stream.of(
                when("a regular expression", "10:13 refused-operator", "Plan(id matches \"(.*)*x\")"),
                when("a regular expression denied", "10:13 refused-operator", "Plan(id not matches \"(.*)*x\")"),
                when("a string operator", "10:13 refused-operator", "Plan(id str[startsWith] \"l\")"),
                when("an inline cast", "10:12 refused-call", "Plan(id#String == \"low\")"),
                when("a property of a class", "10:10 unknown-field", "Plan(class == \"x\")"),
                when("a map access", "10:13 refused-call", "Plan(id [\"x\"] == \"low\")"),
                when("a query with arguments", "10:5 condition-not-understood", "?evil(1;)"),
                when("a positional argument", "10:10 condition-not-understood", "Plan(\"low\";)"),
                when("a literal with an underscore", "10:21 number-not-plain", "Period(year in (1_0))"),
                when("a long", "10:21 number-not-plain", "Period(year in (10L))"),
                when("a number of money", "10:21 number-not-plain", "Period(year in (10B))"),
                when("an octal number", "10:21 number-not-plain", "Period(year in (010))"),
                when("a number beyond all", "10:21 number-not-plain", "Period(year in (99999999999999999999))"),
                when("a date", "10:20 number-not-plain", "Period(year == 2026-01-01)"),
                when("a list of lists", "10:24 literal-wrong-type", "Plan(id in (\"low\", [\"high\"]))"),
                when("a lambda", "10:21 literal-wrong-type", "Amount(value == (x -> x))"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileFileIsRefusedForItsOwnReasonAtItsPlace(Hostile hostile) {
        List<Fault> faults = DemoPolicy.faults(hostile.file());
        assertThat(faults.stream().map(DemoPolicy::brief)).contains(hostile.fault());
        faults.forEach(MutatedRuleTextTests::assertReadable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${x}", "#{x}", "%s%n", "{0}", "{0,choice,0#a}", "'", "''", "<script>", "$1"})
    void whatAnAuthorWroteIsShownAsItIs(String written) {
        SourceFile file =
                DemoPolicy.rules("advice.drl", DemoPolicy.grant("A-1", "Question(service == \"" + written + "\")"));
        for (Language language : Language.values()) {
            assertThat(DemoPolicy.faults(file))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message(language)).contains(written));
        }
    }

    @Test
    void theSameFileWithoutTheEvilIsTaken() {
        assertThat(DemoPolicy.codes(DemoPolicy.rules("advice.drl", NORM))).isEmpty();
        assertThat(DemoPolicy.codes(DemoPolicy.file(
                        "a".repeat(100) + ".drl", written(NORM).replace("advice\n", "a".repeat(100) + "\n"))))
                .isEmpty();
        assertThat(DemoPolicy.codes(
                        DemoPolicy.file("console.drl", written(NORM).replace("demo.advice", "demo.console"))))
                .isEmpty();
    }

    private static String written(String rule) {
        return DemoPolicy.text("advice.drl", rule);
    }

    private static Hostile text(String what, String fault, String text) {
        return new Hostile(what, fault, DemoPolicy.file("advice.drl", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String titled(String title) {
        return written(NORM).replace("The norm of A-1", title);
    }

    private static Hostile header(String what, String fault, String line) {
        return text(
                what,
                fault,
                written(NORM).replace("\n\nimport io.quanyi.facts.*", "\n" + line + "\nimport io.quanyi.facts.*"));
    }

    private static Hostile annotated(String what, String fault, String annotations) {
        return text(what, fault, written(NORM).replace("@id(A-1) @clause(\"1\")", annotations));
    }

    private static Hostile when(String what, String fault, String when) {
        return text(what, fault, written(DemoPolicy.grant("A-1", "Question(service == \"advice\")\n    " + when)));
    }

    private static Hostile then(String what, String fault, String then) {
        return text(what, fault, written(DemoPolicy.rule("A-1", "Question(service == \"advice\")", then)));
    }
}
