package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files by somebody who wants more than to state a norm: each is refused for its own reason, soon, and without a crash. */
@Timeout(30)
class HostileFilesTests {

    private static final String EXIT = "java.lang.System.exit(1);";
    private static final String ADVICE = "Question(service == \"advice\")";
    private static final String GRANT = "insert(new Granted());";

    record Hostile(String what, String code, SourceFile file) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                        code(),
                        characters(),
                        declarations(),
                        attributes(),
                        conditions(),
                        consequences(),
                        loops(),
                        sizes())
                .flatMap(files -> files);
    }

    /** Java where a compiler may take it up. */
    private static Stream<Hostile> code() {
        return Stream.of(
                whole("code behind an escaped line end in a comment", "character-deceptive", "// \\u000a " + EXIT),
                whole(
                        "code behind an escaped end of a comment",
                        "character-deceptive",
                        "/* \\u002a\\u002f " + EXIT + " */"),
                titled("code behind an escaped quote in a name", "character-deceptive", "x\\\"); " + EXIT + " //"),
                titled("code behind a quote in a name", "expected", "x\"); " + EXIT + " //"),
                titled("code behind a line end in a name", "text-not-closed", "x\n" + EXIT),
                annotated("code in an annotation", "expected", "@id(A-1) @clause(" + EXIT + ")"),
                annotated("code behind a quote in an annotation", "expected", "@id(A-1) @clause(\"1\"); " + EXIT),
                annotated(
                        "code behind an escape in an annotation",
                        "character-deceptive",
                        "@id(A-1) @clause(\"\\u0022\")"),
                annotated(
                        "an annotation of the engine's",
                        "unknown-annotation",
                        "@id(A-1) @clause(\"1\") @Propagation(EAGER)"),
                annotated(
                        "an annotation by a class's name", "expected", "@java.lang.Deprecated @id(A-1) @clause(\"1\")"),
                annotated("a path for an id", "expected", "@id(../../A-1) @clause(\"1\")"),
                when(
                        "code behind a quote in a literal",
                        "condition-not-understood",
                        "Plan(id == \"low\" " + EXIT + ")"),
                when("code behind an escape in a literal", "character-deceptive", "Plan(id == \"\\u0022 || true\")"),
                when("code in a binding's name", "character-deceptive", "Plan($\\u0070 : id)"));
    }

    /** Characters that do not look like what they are. */
    private static Stream<Hostile> characters() {
        return Stream.of(
                whole(
                        "a change of direction in a comment",
                        "character-deceptive",
                        "// only the lowest \u202e )\"hgih\""),
                titled("an isolate in a name", "character-deceptive", "The \u2066norm\u2069"),
                when("nothing visible in an id", "character-deceptive", "Plan(id == \"lo\u200bw\")"),
                when("a joiner in a field", "character-deceptive", "Plan(i\u200dd == \"low\")"),
                when("a soft hyphen in an id", "character-deceptive", "Plan(id == \"lo\u00adw\")"),
                when("a Cyrillic letter in an id", "unknown-id", "Plan(id == \"l\u043ew\")"),
                when("a Cyrillic letter in a fact", "character-not-used", "\u0420lan(id == \"low\")"),
                when("full-width brackets", "character-full-width", "Plan\uff08id == \"low\"\uff09"),
                when("full-width digits", "character-full-width", "Period(year == \uff11)"),
                when("Arabic digits", "character-not-used", "Period(year == \u0661)"),
                when("a blank that does not break", "character-deceptive", "Plan(id\u00a0== \"low\")"),
                when("a curly quote", "character-full-width", "Plan(id == \u201clow\u201d)"),
                file(
                        "a homoglyph of a keyword",
                        "character-not-used",
                        DemoPolicy.text("advice.drl", norm()).replace("when", "wh\u0435n")),
                file("a NUL", "character-deceptive", DemoPolicy.text("advice.drl", "// \0", norm())),
                file(
                        "a NUL for an end of the file",
                        "character-deceptive",
                        DemoPolicy.text("advice.drl", norm()) + "\0" + EXIT),
                whole(
                        "a condition in a comment, for who sees a line end",
                        "character-deceptive",
                        "// all plans\rPlan(id == \"low\")"),
                file(
                        "line ends of old",
                        "character-deceptive",
                        DemoPolicy.text("advice.drl", norm()).replace("\n", "\r")),
                whole("a vertical tab", "character-deceptive", "// a\u000bb"),
                whole("a next-line character", "character-deceptive", "// a\u0085" + EXIT),
                whole("a line separator", "character-deceptive", "// a\u2028" + EXIT),
                whole("a paragraph separator", "character-deceptive", "// a\u2029" + EXIT),
                whole("a character of private use", "character-deceptive", "// \ue000"),
                whole("a character that does not exist", "character-deceptive", "// \ufdd0"),
                whole("a tag character", "character-deceptive", "// \udb40\udc41"),
                whole("an escape sequence of a terminal", "character-deceptive", "// \u001b[2J"),
                bytes("half a character", "not-utf8", new byte[] {'/', '/', ' ', (byte) 0xe4, (byte) 0xb8}),
                bytes("an overlong slash", "not-utf8", new byte[] {'/', '/', ' ', (byte) 0xc0, (byte) 0xaf}),
                bytes("a lone surrogate", "not-utf8", new byte[] {'/', '/', (byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                bytes("another encoding", "not-utf8", "package demo.advice".getBytes(StandardCharsets.UTF_16)));
    }

    /** Elements of rule files that other users of Drools write beside rules. */
    private static Stream<Hostile> declarations() {
        return Stream.of(
                header("an import of the runtime", "refused-import", "import java.lang.Runtime"),
                header("an import of a whole package", "refused-import", "import java.io.*"),
                header("an import of a static method", "refused-import", "import static java.lang.System.exit"),
                header("an import of a function", "refused-import", "import function java.lang.System.exit"),
                header(
                        "an import of an accumulate function",
                        "refused-import",
                        "import accumulate java.util.Random random"),
                header("an import of a neighbouring package", "refused-import", "import io.quanyi.factsx.*"),
                whole("a function", "refused-function", "function void f() { " + EXIT + " }"),
                whole("a query", "refused-query", "query \"q\" Plan() end"),
                whole("a global", "refused-global", "global java.lang.Runtime runtime;"),
                whole("a declared type", "refused-declaration", "declare Evil extends java.lang.Thread end"),
                whole("a trait", "refused-declaration", "declare trait Evil end"),
                whole("a declared entry point", "refused-declaration", "declare entry-point X end"),
                whole("a declared window", "refused-declaration", "declare window W Plan() over window:time(1s) end"),
                whole("a rule unit", "refused-unit", "unit io.quanyi.Evil;"),
                whole("a DSL's expander", "refused-expander", "expander evil.dsl"),
                whole("a template", "refused-expander", "template header\nname\ntemplate \"t\"\nend template"),
                whole("a dialect of the file", "refused-attribute", "dialect \"mvel\""),
                whole("an attribute of the file", "refused-outside-rules", "salience 100"),
                whole("a second package", "refused-outside-rules", "package demo.repair"),
                whole("an annotation outside rules", "refused-outside-rules", "@watch(*)"),
                whole("a class", "refused-outside-rules", "class Evil { static { " + EXIT + " } }"),
                file("a file of another package", "package-name", DemoPolicy.text("repair.drl", norm())),
                new Hostile("a name that leads elsewhere", "file-name", DemoPolicy.rules("..drl", norm())),
                new Hostile("a name with an escape", "file-name", DemoPolicy.rules("a\nb.drl", norm())));
    }

    private static Stream<Hostile> attributes() {
        return Stream.of(
                        "enabled(" + EXIT + ")",
                        "enabled false",
                        "date-expires \"01-Jan-2000\"",
                        "date-effective \"01-Jan-2099\"",
                        "salience 100",
                        "salience (" + EXIT + ")",
                        "no-loop true",
                        "lock-on-active true",
                        "auto-focus true",
                        "agenda-group \"g\"",
                        "activation-group \"g\"",
                        "ruleflow-group \"g\"",
                        "timer (int: 1s 1s)",
                        "duration 1000",
                        "calendars \"weekday\"",
                        "dialect \"mvel\"",
                        "attributes salience 1")
                .map(attribute -> annotated(
                        "the attribute " + attribute, "refused-attribute", "@id(A-1) @clause(\"1\") " + attribute));
    }

    private static Stream<Hostile> conditions() {
        return Stream.of(
                titled("a rule that extends another", "refused-extends", "x\" extends \"y"),
                when("eval", "refused-eval", "eval(System.exit(1) == null)"),
                when("eval in a pattern", "refused-eval", "Plan(eval(" + EXIT + "))"),
                when("from", "refused-from", "Plan() from Runtime.getRuntime()"),
                when("from an entry point", "refused-from", "Plan() from entry-point \"x\""),
                when("accumulate", "refused-accumulate", "accumulate(Purchase(); $n : count(1))"),
                when("accumulate with code", "refused-accumulate", "accumulate(Purchase(), init(" + EXIT + "))"),
                when("collect", "unknown-fact", "List() from collect(Purchase())"),
                when("groupby", "refused-accumulate", "groupby(Purchase(); $s : 1; count(1))"),
                when("forall", "refused-forall", "forall(Plan())"),
                when("a window", "refused-window", "Plan() over window:time(1s)"),
                when("or of patterns", "refused-or", "Plan() or Period()"),
                when("or in front", "refused-or", "or Plan() Period()"),
                when("or in a pattern", "refused-or", "Plan(id == \"low\" || true)"),
                when("or after an operator", "refused-or", "Plan(id == \"low\" || == \"high\")"),
                when("and in a pattern", "refused-and", "Plan(id == \"low\" && id == \"high\")"),
                when("brackets", "refused-grouping", "(Plan() and Period())"),
                when("not of what is always there", "refused-not", "not Question()"),
                when("not of a group", "refused-grouping", "not (Purchase() and Opening())"),
                when("this", "refused-call", "Plan(this != null)"),
                when("nested access", "refused-call", "Plan(class.classLoader != null)"),
                when("access behind a field", "refused-call", "Plan(id.class.name != \"x\")"),
                when("access that minds null", "refused-operator", "Product(id!.length > 3)"),
                when("an index", "refused-call", "Plan(id[0] == \"l\")"),
                when("a method call", "refused-call", "Plan(hashCode() == 1)"),
                when("a static call", "refused-call", "Plan(System.exit(1) == null)"),
                when("a call on the right", "literal-wrong-type", "Plan(id == String.valueOf(1))"),
                when("arithmetic", "refused-arithmetic", "Period(year + 1 == 2)"),
                when("arithmetic on the right", "refused-arithmetic", "Period(year == 1 + 1)"),
                when("division by zero", "refused-arithmetic", "Period(year == 1 / 0)"),
                when("a cast to a type", "refused-call", "Plan(id#Object.hashCode == 1)"),
                when("a cast of a literal", "literal-wrong-type", "Plan(id == (String) \"low\")"),
                when("an assignment", "refused-operator", "Plan(id = \"low\")"),
                when("a regular expression that never ends", "refused-operator", "Plan(id matches \"(a+)+$\")"),
                when("a containing text", "refused-operator", "Plan(id contains \"l\")"),
                when("a membership in an expression", "refused-operator", "Plan(id memberOf $x)"),
                when("a sound", "refused-operator", "Plan(id soundslike \"lo\")"),
                when("a temporal operator", "refused-operator", "Period(year after 1)"),
                when("a custom operator", "refused-operator", "Plan(id evil \"low\")"),
                when("a unification", "expected", "Plan($p := id)"),
                when("a ternary", "condition-not-understood", "Plan(id == \"low\" ? true : false)"),
                when("a path", "refused-arithmetic", "/plans[id == \"low\"]"),
                when("a query call", "condition-not-understood", "?plans(\"low\";)"),
                when("a named consequence", "refused-attribute", "do[evil]"),
                when("a conditional consequence", "refused-or", "if (true) do[evil]"),
                when("a type by its full name", "unknown-fact", "java.lang.Object()"),
                when("every object", "unknown-fact", "Object()"),
                when("an outcome", "refused-outcome-match", "Granted()"),
                when("a fact under a name", "refused-fact-binding", "$plan : Plan()"),
                when("a list within a list", "literal-wrong-type", "Plan(id in (\"low\", (\"high\")))"));
    }

    private static Stream<Hostile> consequences() {
        return Stream.of(
                then("an exit", "refused-action", "System.exit(1);"),
                then("an exit by its full name", "refused-action", EXIT),
                then("a thread", "refused-action", "new Thread(() -> {}).start();"),
                then("an inserted thread", "unknown-outcome", "insert(new Thread());"),
                then("an inserted type by its full name", "unknown-outcome", "insert(new java.lang.Thread());"),
                then("an inserted literal", "expected", "insert(\"x\");"),
                then("an inserted value of a call", "expected", "insert(System.getenv());"),
                then("a cast", "expected", "insert((Object) new Granted());"),
                then("an anonymous class", "expected", "insert(new Granted() {{ " + EXIT + " }});"),
                then("a call on the outcome", "expected", "insert(new Granted().getClass());"),
                then("a second argument", "expected", "insert(new Granted(), true);"),
                then("a second insert of the same", "insertion-repeated", GRANT + " " + GRANT),
                then("a second statement", "refused-second-action", GRANT + " " + EXIT),
                then("an if", "refused-action", "if (true) { " + GRANT + " }"),
                then("a loop", "refused-action", "while (true) { " + GRANT + " }"),
                then("a block", "refused-action", "{ " + GRANT + " }"),
                then("a variable", "refused-action", "int i = 0; " + GRANT),
                then("a lambda", "refused-call", "insert(new Hours(x() -> \"5x8\"));"),
                then("a lambda for an argument", "outcome-arguments", "insert(new Hours(() -> \"5x8\"));"),
                then("a call for an argument", "refused-call", "insert(new Hours(System.getenv(\"X\")));"),
                then(
                        "a call for a number",
                        "refused-call",
                        "insert(new Quota(Math.random(), \"time\", \"service-year\"));"),
                then("arithmetic for a number", "expected", "insert(new LeadTime(1 + 1));"),
                then("a sum of texts", "expected", "insert(new Hours(\"5\" + \"x8\"));"),
                then("a factory of another class", "expected", "insert(new Response(hours.of(1)));"),
                then("a nested insert", "refused-call", "insert(new Hours(insert(new Granted())));"),
                then("insertLogical", "refused-action", "insertLogical(new Granted());"),
                then("update", "refused-action", "update($p);"),
                then("modify", "refused-action", "modify($p) { };"),
                then("delete", "refused-action", "delete($p);"),
                then("retract", "refused-action", "retract($p);"),
                then("a halt", "refused-action", "drools.halt();"),
                then("the engine", "refused-action", "drools.getKieRuntime().dispose();"),
                then("a channel of the engine's", "refused-action", "channels[\"x\"].send(1);"),
                then("a named consequence", "refused-second-action", GRANT + " then[x] " + GRANT));
    }

    /** Rules that would fire each other for ever. */
    private static Stream<Hostile> loops() {
        return Stream.of(
                plans("a plan that contains itself", "plan-contains-itself", "low", "low"),
                plans("two plans that contain each other", "plan-contains-itself", "low", "middle", "middle", "low"),
                plans(
                        "three plans in a ring",
                        "plan-contains-itself",
                        "low",
                        "middle",
                        "middle",
                        "high",
                        "high",
                        "low"),
                plans("a plan that contains two", "plan-contains-two", "high", "middle", "high", "low"),
                rule("a plan for whatever plan", "plan-inserted", "plans.drl", "Plan()", "insert(new Plan(\"low\"));"),
                rule("the plan again", "plan-inserted", "plans.drl", "Plan($p : id)", "insert(new Plan($p));"),
                rule(
                        "a plan in a service's file",
                        "plan-inserted",
                        "advice.drl",
                        ADVICE + " Plan(id == \"high\")",
                        "insert(new Plan(\"low\"));"),
                rule(
                        "a fact that is no outcome",
                        "unknown-outcome",
                        "advice.drl",
                        ADVICE,
                        "insert(new Purchase(\"advice\"));"),
                when("more matches than stars", "too-many", "ContractTerm() ".repeat(19)));
    }

    private static Stream<Hostile> sizes() {
        return Stream.of(
                when("deeply nested brackets", "refused-grouping", "(".repeat(100_000)),
                when("deeply nested brackets in a pattern", "condition-not-understood", "Plan(" + "(".repeat(100_000)),
                when("deeply nested brackets for a literal", "literal-wrong-type", "Plan(id == " + "(".repeat(100_000)),
                when("deeply nested nots", "unknown-fact", "not ".repeat(50_000)),
                then(
                        "deeply nested brackets for an argument",
                        "outcome-arguments",
                        "insert(new Hours(" + "(".repeat(100_000)),
                then("deeply nested calls", "refused-call", "insert(new Hours(" + "f(".repeat(100_000)),
                then("arguments without end", "outcome-arguments", "insert(new Hours(" + "1,".repeat(100_000)),
                file(
                        "openings of outcomes without end",
                        "outcome-arguments",
                        DemoPolicy.text("advice.drl", "rule \"\" when Plan()then insert(new Hours(\n".repeat(5_000))),
                annotated("an id without end", "rule-without-id", "@id(A" + "-A".repeat(100_000) + ") @clause(\"1\")"),
                annotated(
                        "values without end",
                        "refused-attribute",
                        "@id(A-1) @clause(\"1\"" + ", \"1\"".repeat(40_000) + ") salience 1"),
                when("a number without end", "number-not-plain", "Amount(value > " + "9".repeat(200_000) + ")"),
                when("a fraction without end", "number-not-plain", "Amount(value > 0." + "0".repeat(200_000) + "1)"),
                when("an exponent", "number-not-plain", "Amount(value > 1e999999999)"),
                when("a text without end", "text-too-long", "Plan(id == \"" + "a".repeat(200_000) + "\")"),
                when("a list without end", "too-many", "Amount(value in (" + numbers(20_000) + "))"),
                when("patterns without end", "too-many", "Period()\n".repeat(20_000)),
                whole("a line of a megabyte", "file-too-long", "// " + "a".repeat(1 << 20)),
                whole("megabytes of comments", "file-too-long", "/* nothing */\n".repeat(1 << 18)),
                file("ten thousand rules", "file-too-long", DemoPolicy.text("advice.drl", manyRules(10_000))),
                file("more rules than a file may have", "too-many", DemoPolicy.text("advice.drl", manyRules(1_000))),
                whole("backslashes only", "character-deceptive", "\\".repeat(200_000)),
                whole("quotes only", "text-not-closed", "\"\n".repeat(100_000)),
                whole("ats only", "refused-outside-rules", "@".repeat(200_000)),
                whole("rules only", "expected", "rule ".repeat(50_000)),
                whole("a text that does not end", "text-not-closed", "rule \"x"),
                whole("a comment that does not end", "comment-not-closed", "/* x"),
                whole("a comment that ends as it begins", "comment-not-closed", "/*/"),
                new Hostile(
                        "a name without end",
                        "file-name",
                        DemoPolicy.rules("a" + "-a".repeat(30_000) + ".drl", norm())),
                file("nothing at all", "expected", ""),
                file("half a package", "expected", "package"),
                file("a package with a dot to spare", "expected", "package demo."));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileFileIsRefusedForItsOwnReason(Hostile hostile) {
        assertThat(DemoPolicy.codes(hostile.file())).contains(hostile.code());
    }

    @Test
    void theSameFileWithoutTheEvilIsTaken() {
        assertThat(DemoPolicy.codes(DemoPolicy.rules("advice.drl", norm()))).isEmpty();
    }

    @Test
    void lineEndsOfWindowsAreTaken() {
        String text = DemoPolicy.text("advice.drl", "// a comment", norm());
        assertThat(DemoPolicy.codes(DemoPolicy.file("advice.drl", text.replace("\n", "\r\n"))))
                .isEmpty();
    }

    private static String norm() {
        return DemoPolicy.grant("A-1", ADVICE);
    }

    private static Hostile file(String what, String code, String text) {
        return new Hostile(what, code, DemoPolicy.file("advice.drl", text));
    }

    private static Hostile bytes(String what, String code, byte[] bytes) {
        return new Hostile(what, code, DemoPolicy.file("advice.drl", bytes));
    }

    private static Hostile whole(String what, String code, String before) {
        return file(what, code, DemoPolicy.text("advice.drl", before, norm()));
    }

    private static Hostile header(String what, String code, String line) {
        return file(what, code, DemoPolicy.text("advice.drl", norm()).replace("\n\nimport", "\n" + line + "\nimport"));
    }

    private static Hostile rule(String what, String code, String file, String when, String then) {
        return new Hostile(what, code, DemoPolicy.rules(file, DemoPolicy.rule("A-1", when, then)));
    }

    private static Hostile when(String what, String code, String when) {
        return rule(what, code, "advice.drl", ADVICE + "\n    " + when, GRANT);
    }

    private static Hostile then(String what, String code, String then) {
        return rule(what, code, "advice.drl", ADVICE, then);
    }

    private static Hostile titled(String what, String code, String title) {
        return file(what, code, DemoPolicy.text("advice.drl", norm()).replace("The norm of A-1", title));
    }

    private static Hostile annotated(String what, String code, String annotations) {
        return file(what, code, DemoPolicy.text("advice.drl", norm()).replace("@id(A-1) @clause(\"1\")", annotations));
    }

    private static Hostile plans(String what, String code, String... pairs) {
        String[] rules = new String[pairs.length / 2];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = DemoPolicy.rule(
                    "P-" + i,
                    "Plan(id == \"" + pairs[2 * i] + "\")",
                    "insert(new Plan(\"" + pairs[2 * i + 1] + "\"));");
        }
        return new Hostile(what, code, DemoPolicy.rules("plans.drl", rules));
    }

    private static String[] manyRules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "rule \"r\" @id(A-" + i + ") @clause(\"1\") when " + ADVICE + " then " + GRANT + " end")
                .toArray(String[]::new);
    }

    private static String numbers(int count) {
        return String.join(
                ", ", IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }
}
