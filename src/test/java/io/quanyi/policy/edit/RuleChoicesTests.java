package io.quanyi.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.policy.DemoPolicy;
import io.quanyi.policy.edit.RulePlace.Kind;
import io.quanyi.policy.reading.PolicyReader;
import io.quanyi.policy.reading.RuleSource;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Checks that the choices of authors are exactly those that the reader of rules accepts. */
class RuleChoicesTests {

    private static final List<String> ALL = List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");

    @Test
    void theReaderAcceptsTheOperatorsOfAFieldAndNoOthers() {
        for (String fact : RuleChoices.facts()) {
            for (RulePlace field : RuleChoices.isSelected(fact) ? List.<RulePlace>of() : RuleChoices.fields(fact)) {
                for (String operator : ALL) {
                    String literal = literal(field);
                    String operand = operator.endsWith("in") ? "(" + literal + ")" : literal;
                    boolean refused = codes(
                                    fact + "(" + field.name() + " " + operator + " " + operand + ")", "Granted()")
                            .contains("ordered-needs-number");
                    assertThat(RuleChoices.operators(fact, field.name()).contains(operator))
                            .as(fact + "." + field.name() + " " + operator)
                            .isEqualTo(!refused);
                }
                assertThat(codes(fact + "($x : " + field.name() + ")", "Granted()")
                                .contains("variable-of-absent-field"))
                        .isEqualTo(!field.alwaysKnown());
            }
            assertThat(codes("not " + fact + "()", "Granted()").contains("refused-not"))
                    .isEqualTo(!RuleChoices.mayBeQuantified(fact));
        }
    }

    @Test
    void aDayIsSelectedByItsIdAndComparedByEveryOperator() {
        assertThat(RuleChoices.operators("Day", "of")).containsExactly("==");
        assertThat(RuleChoices.operators("Day", "value")).containsExactlyElementsOf(ALL);
        assertThat(RuleChoices.operators("Day", "purchase")).isEmpty();
        for (String operator : ALL) {
            String operand = operator.endsWith("in") ? "(2018-09-17, 2018-09-18)" : "2018-09-17";
            assertThat(codes(
                            "Question(service == \"advice\") Day(of == \"signing\", value " + operator + " " + operand
                                    + ")",
                            "Granted()"))
                    .isEmpty();
        }
    }

    @Test
    void theReaderAcceptsTheArgumentsOfAnOutcomeWithAndWithoutThoseThatMayBeLeftOut() {
        for (String outcome : RuleChoices.outcomes()) {
            List<RulePlace> all = RuleChoices.arguments(outcome);
            List<RulePlace> needed =
                    all.stream().filter(place -> !place.optional()).toList();
            for (List<RulePlace> written : List.of(all, needed)) {
                assertThat(RuleChoices.arguments(outcome, written.size())).isEqualTo(written);
                List<String> values =
                        written.stream().map(RuleChoicesTests::literal).toList();
                assertThat(codes("Plan()", outcome + "(" + String.join(", ", values) + ")"))
                        .as(outcome)
                        .isSubsetOf("plan-inserted", "rule-names-no-service");
            }
        }
    }

    @Test
    void timesAreThoseOfTheLanguage() {
        for (String time : RuleChoices.times()) {
            String amount = RuleChoices.takesNumber(time) ? "1" : "";
            assertThat(codes("Question(service == \"advice\")", "Response(" + time + "(" + amount + "))"))
                    .isEmpty();
        }
        assertThat(RuleChoices.times()).startsWith("immediate").hasSize(6);
    }

    @Test
    void nothingCanBeChosenForWhatThereIsNot() {
        assertThat(RuleChoices.fields("Nothing")).isEmpty();
        assertThat(RuleChoices.operators("Plan", "nothing")).isEmpty();
        assertThat(RuleChoices.operators("Nothing", "id")).isEmpty();
        assertThat(RuleChoices.arguments("Nothing")).isEmpty();
        assertThat(RuleChoices.arguments("Quota", 7)).isEmpty();
        assertThat(RuleChoices.mayBeQuantified("Nothing")).isFalse();
        assertThat(RuleChoices.takesNumber("days")).isFalse();
    }

    private static List<String> codes(String condition, String outcome) {
        String rule = DemoPolicy.rule("A-1", condition, "insert(new " + outcome + ");");
        Faults faults = new Faults();
        RuleSource source =
                new RuleSource("demo", List.of(DemoPolicy.rules("advice.drl", rule)), UnaryOperator.identity());
        PolicyReader.read("1", List.of(source), DemoPolicy.CATALOGUE, faults);
        return faults.sorted().stream().map(Fault::code).toList();
    }

    private static String literal(RulePlace place) {
        if (place.kind() == Kind.TIME) {
            return "workingHours(4)";
        }
        if (place.kind() == Kind.ID) {
            Set<String> ids = DemoPolicy.CATALOGUE.ids(Objects.requireNonNull(place.domain()));
            return Objects.requireNonNullElse(ids, Set.<String>of()).stream()
                    .findFirst()
                    .map(id -> '"' + id + '"')
                    .orElse("\"none\"");
        }
        return place.kind() == Kind.TRUTH ? "true" : "1";
    }
}
