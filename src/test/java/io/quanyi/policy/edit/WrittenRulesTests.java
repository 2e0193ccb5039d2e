package io.quanyi.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The text after a change is as a person would have left it: comments and blanks stay, and only what changes is written anew. */
class WrittenRulesTests {

    private static final String FILE = """
            package demo.advice

            import io.quanyi.facts.*

            // About advice.

            // By night, too
            rule "Preferred has advice"   // checked twice
                @en("Preferred has advice")
                @id(A-01) @clause("2", "1") @reading(A03)
            when
                Question( service=="advice" )   // the one service
                // the higher plan
                Plan(id == "high") /* for now */
            then
                insert(new Granted());
                insert(new Quota( 2, "time", /* not the contract */ "service-year" ));
            end

            rule "Advice by chat"
                @id(A-02) @clause("4")
            when
                Question(service == "advice", channel in ("chat", "ticket"))
            then
                insert(new Channel("chat"));
            end
            """;

    private static final WrittenRules RULES = rules(FILE);
    private static final WrittenRule FIRST = RULES.rules().get(0);
    private static final WrittenRule SECOND = RULES.rules().get(1);

    private static WrittenRules rules(String text) {
        return WrittenRules.of(new SourceFile("demo/policy/1/advice.drl", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(WrittenRules rules) {
        return new String(rules.file().bytes(), StandardCharsets.UTF_8);
    }

    private static WrittenInsertion insertion(String type, String... arguments) {
        return WrittenInsertion.of(
                type, List.of(arguments).stream().map(WrittenValue::of).toList());
    }

    private static WrittenConstraint constraint(String field, String operator, String... values) {
        return WrittenConstraint.of(
                field,
                operator,
                List.of(values).stream().map(WrittenValue::text).toList());
    }

    private static <T> List<T> with(List<T> list, int index, T other) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, other);
        return changed;
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> changed = new ArrayList<>(list);
        changed.add(more);
        return changed;
    }

    @Test
    void aNumberIsReplacedAmongBlanksAndComments() {
        WrittenRule three =
                FIRST.stating(with(FIRST.insertions(), 1, insertion("Quota", "3", "\"time\"", "\"service-year\"")));
        assertThat(text(RULES.with(FIRST, three))).isEqualTo(FILE.replace("Quota( 2,", "Quota( 3,"));
    }

    @Test
    void anOperatorAndAValueAreReplacedWhereTheyStand() {
        WrittenPattern other = WrittenPattern.of("", "Question", List.of(constraint("service", "!=", "hotline")));
        assertThat(text(RULES.with(FIRST, FIRST.asking(with(FIRST.patterns(), 0, other)))))
                .isEqualTo(FILE.replace("service==\"advice\"", "service!=\"hotline\""));
    }

    @Test
    void aConstraintIsAddedWithinTheBracketsAndTakenOutAgain() {
        WrittenPattern more = WrittenPattern.of(
                "", "Question", and(FIRST.patterns().get(0).constraints(), constraint("severity", "==", "normal")));
        WrittenRules added = RULES.with(FIRST, FIRST.asking(with(FIRST.patterns(), 0, more)));
        assertThat(text(added)).isEqualTo(FILE.replace("\"advice\" )", "\"advice\", severity == \"normal\" )"));
        assertThat(text(added.with(added.rules().get(0), FIRST))).isEqualTo(FILE);
    }

    @Test
    void aListGrowsAndShrinks() {
        WrittenPattern three = WrittenPattern.of(
                "",
                "Question",
                with(
                        SECOND.patterns().get(0).constraints(),
                        1,
                        constraint("channel", "not in", "phone", "ticket", "x")));
        assertThat(text(RULES.with(SECOND, SECOND.asking(List.of(three)))))
                .isEqualTo(FILE.replace("in (\"chat\", \"ticket\")", "not in (\"phone\", \"ticket\", \"x\")"));
    }

    @Test
    void aLongListGoesOnInTheNextLine() {
        String[] many = IntStream.range(0, 12).mapToObj(i -> "channel-" + i).toArray(String[]::new);
        WrittenPattern pattern = WrittenPattern.of(
                "", "Question", with(SECOND.patterns().get(0).constraints(), 1, constraint("channel", "in", many)));
        String changed = text(RULES.with(SECOND, SECOND.asking(List.of(pattern))));
        assertThat(changed).contains(",\n            \"channel-").contains("\"channel-10\", \"channel-11\"))");
        assertThat(changed.lines()).allMatch(line -> line.length() < 125);
    }

    @Test
    void aLineOfTheConditionIsAddedBehindTheLastOneAndRemovedWithoutItsNeighboursComments() {
        WrittenPattern purchase = WrittenPattern.of("not", "Purchase", List.of(constraint("service", "==", "advice")));
        assertThat(text(RULES.with(SECOND, SECOND.asking(and(SECOND.patterns(), purchase)))))
                .isEqualTo(FILE.replace("\"ticket\"))\n", "\"ticket\"))\n    not Purchase(service == \"advice\")\n"));
        assertThat(text(RULES.with(FIRST, FIRST.asking(FIRST.patterns().subList(0, 1)))))
                .isEqualTo(FILE.replace("    Plan(id == \"high\") /* for now */\n", "    /* for now */\n"));
    }

    @Test
    void anAddedLineDoesNotFallIntoAComment() {
        WrittenPattern place = WrittenPattern.of("", "Phase", List.of(constraint("value", "==", "operation")));
        assertThat(text(RULES.with(FIRST, FIRST.asking(and(FIRST.patterns(), place)))))
                .isEqualTo(FILE.replace(
                        "Plan(id == \"high\") /*", "Plan(id == \"high\")\n    Phase(value == \"operation\") /*"));
    }

    @Test
    void anOutcomeOfAnotherFormReplacesItsArguments() {
        WrittenRules before = RULES.with(SECOND, SECOND.stating(List.of(insertion("Charge", "200", "\"CNY\""))));
        WrittenRule rule = before.rules().get(1);
        WrittenRules after = before.with(rule, rule.stating(List.of(insertion("Charge", "200", "300", "\"CNY\""))));
        assertThat(text(after)).isEqualTo(FILE.replace("new Channel(\"chat\")", "new Charge(200, 300, \"CNY\")"));
    }

    @Test
    void aTimeBringsItsImport() {
        WrittenRule timed = SECOND.stating(and(SECOND.insertions(), insertion("Response", "workingHours(2)")));
        WrittenRules after = RULES.with(SECOND, timed);
        assertThat(text(after))
                .contains("import io.quanyi.facts.*\nimport static io.quanyi.servicetime.Target.*\n\n")
                .contains("    insert(new Response(workingHours(2)));\nend");
        assertThat(text(after.with(after.rules().get(1), timed))).isEqualTo(text(after));
    }

    @Test
    void titlesClausesAndReadingsChangeAlone() {
        assertThat(text(RULES.with(FIRST, FIRST.titled("High has advice"))))
                .isEqualTo(FILE.replace("rule \"Preferred has advice\"", "rule \"High has advice\""));
        assertThat(text(RULES.with(FIRST, FIRST.translated(Language.ENGLISH, "High has advice"))))
                .isEqualTo(FILE.replace("@en(\"Preferred has advice\")", "@en(\"High has advice\")"));
        assertThat(text(RULES.with(FIRST, FIRST.citing(List.of("2", "3")))))
                .isEqualTo(FILE.replace("(\"2\", \"1\")", "(\"2\", \"3\")"));
        assertThat(text(RULES.with(FIRST, FIRST.reading(List.of("A03", "A44")))))
                .isEqualTo(FILE.replace("(A03)", "(A03, A44)"));
        assertThat(text(RULES.with(FIRST, FIRST.reading(List.of())))).isEqualTo(FILE.replace(" @reading(A03)", ""));
    }

    @Test
    void annotationsAreAddedWhereRulesHaveThem() {
        WrittenRule all =
                SECOND.reading(List.of("A44")).waiving("By its words").translated(Language.ENGLISH, "By chat");
        assertThat(text(RULES.with(SECOND, all))).isEqualTo(FILE.replace("    @id(A-02) @clause(\"4\")\n", """
                    @en("By chat")
                    @id(A-02) @clause("4") @reading(A44)
                    @waives("By its words")
                """));
    }

    @Test
    void aNewRuleStandsWhereItsClauseIsInTheDocument() {
        List<String> clauses = List.of("1", "2", "3", "4", "5");
        assertThat(ids(RULES.adding(added("1"), clauses))).containsExactly("A-03", "A-01", "A-02");
        assertThat(ids(RULES.adding(added("2"), clauses))).containsExactly("A-01", "A-03", "A-02");
        assertThat(ids(RULES.adding(added("3"), clauses))).containsExactly("A-01", "A-03", "A-02");
        assertThat(ids(RULES.adding(added("4"), clauses))).containsExactly("A-01", "A-02", "A-03");
        assertThat(ids(RULES.adding(added("9"), clauses))).containsExactly("A-01", "A-02", "A-03");
        assertThat(text(RULES.adding(added("4"), clauses))).startsWith(FILE).endsWith("""
                        end

                        rule "New"
                            @id(A-03) @clause("4")
                        when
                            Question(service == "advice")
                        then
                            insert(new Granted());
                        end
                        """);
        assertThat(text(RULES.adding(added("1"), clauses)))
                .contains("// About advice.\n\nrule \"New\"")
                .contains("end\n\n// By night, too\nrule \"Preferred");
    }

    private static WrittenRule added(String clause) {
        WrittenPattern asks = WrittenPattern.of("", "Question", List.of(constraint("service", "==", "advice")));
        return WrittenRule.of("A-03", "New", List.of(asks), List.of(insertion("Granted")))
                .citing(List.of(clause));
    }

    private static List<String> ids(WrittenRules rules) {
        return rules.rules().stream().map(WrittenRule::id).toList();
    }

    @Test
    void aRemovedRuleTakesItsCommentAndOneBlankLine() {
        assertThat(text(RULES.without(FIRST)))
                .isEqualTo(FILE.substring(0, FILE.indexOf("// By night"))
                        + FILE.substring(FILE.indexOf("rule \"Advice by chat\"")));
        assertThat(text(RULES.without(SECOND))).isEqualTo(FILE.substring(0, FILE.indexOf("\nrule \"Advice by chat\"")));
        WrittenRules none = RULES.without(FIRST);
        assertThat(text(none.without(none.rules().get(0)))).isEqualTo("""
                package demo.advice

                import io.quanyi.facts.*

                // About advice.
                """);
    }

    @Test
    void aFreshFileBeginsAsAllFilesDo() {
        WrittenRules fresh = WrittenRules.fresh("on-call.drl", "demo-two");
        assertThat(text(fresh.adding(added("1"), List.of()))).startsWith("""
                package demo_two.on_call

                import io.quanyi.facts.*

                rule "New"
                """);
    }

    @Test
    void linesOfWindowsAndTheMarkOfItsEditorsStay() {
        String windows = "\uFEFF" + FILE.replace("\n", "\r\n");
        WrittenRules rules = rules(windows);
        WrittenRule rule = rules.rules().get(1);
        WrittenRules changed =
                rules.with(rule, rule.stating(and(rule.insertions(), insertion("Channel", "\"phone\""))));
        assertThat(text(changed))
                .isEqualTo(windows.replace(
                        "    insert(new Channel(\"chat\"));\r\n",
                        "    insert(new Channel(\"chat\"));\r\n    insert(new Channel(\"phone\"));\r\n"));
        assertThat(text(changed.without(changed.rules().get(0)).adding(added("9"), List.of())))
                .doesNotContainPattern("[^\\r]\\n");
    }

    @Test
    void aRuleOnOneLineStaysReadable() {
        WrittenRules rules = rules("rule \"x\" @id(A-1) when Question() Plan() then insert(new Granted()); end");
        WrittenRule rule = rules.rules().get(0);
        assertThat(text(rules.with(rule, rule.asking(rule.patterns().subList(1, 2)))))
                .isEqualTo("rule \"x\" @id(A-1) when Plan() then insert(new Granted()); end");
        assertThat(text(rules.with(rule, rule.asking(List.of()))))
                .contains("when")
                .contains("then insert");
        WrittenRules more = rules.with(rule, rule.stating(and(rule.insertions(), insertion("Channel", "\"phone\""))));
        assertThat(more.rules().get(0).insertions()).hasSize(2);
    }

    @Test
    void aRuleOfAnotherFormIsKnownByItsLineAndLeavesTheOthersReadable() {
        WrittenRules rules = rules(FILE.replace("Plan(id == \"high\")", "Plan(id == \"high\") or Plan()"));
        assertThat(rules.unreadable()).containsExactly(8);
        assertThat(ids(rules)).containsExactly("A-02");
        assertThat(rules(FILE.replace("Quota( 2,", "Quota( -2,")).unreadable()).containsExactly(8);
        assertThat(rules("rule \"cut off").rules()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextHasNoRules() {
        assertThat(WrittenRules.of(new SourceFile("a.drl", new byte[] {(byte) 0xff}))
                        .rules())
                .isEmpty();
    }
}
