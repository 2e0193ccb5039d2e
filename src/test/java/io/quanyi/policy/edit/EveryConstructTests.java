package io.quanyi.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.policy.DemoPolicy;
import io.quanyi.policy.model.OutcomeForms;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.policy.reading.PolicyReader;
import io.quanyi.policy.reading.RuleSource;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Checks that every rule that the reader accepts is shown in its parts, and that these parts written anew mean the same. */
class EveryConstructTests {

    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in");

    @Test
    void everyFieldWithEveryOperatorAndQuantifierIsShown() {
        List<String> conditions = new ArrayList<>();
        for (FactType fact : RuleVocabulary.FACTS.values()) {
            for (String quantifier : List.of("", "not ", "exists ")) {
                conditions.add(quantifier + fact.name() + "()");
                for (Field field : fact.fields(DemoPolicy.CATALOGUE).values()) {
                    conditions.add(quantifier + fact.name() + "($x : " + field.name() + ")");
                    OPERATORS.forEach(operator -> conditions.add(quantifier + fact.name() + "(" + field.written() + " "
                            + operator + " " + operand(operator, literal(field)) + ")"));
                }
            }
        }
        conditions.add("Question($x : service)\n    not Purchase(service == $x) ;");
        conditions.add("Plan(id == \"low\",id!=\"high\")");
        assertAllShown(conditions, List.of("insert(new Granted());"));
    }

    @Test
    void everyFormOfEveryOutcomeIsShown() {
        List<String> outcomes = new ArrayList<>();
        RuleVocabulary.OUTCOMES
                .values()
                .forEach(type -> OutcomeForms.examples(type, DemoPolicy.CATALOGUE)
                        .forEach(example -> outcomes.add("insert(" + example + ");")));
        for (String time : List.of("hours(0.5)", "workingDays(3)", "workingHours( 2 )", "immediate()")) {
            outcomes.add("insert(new Response(" + time + "));");
            outcomes.add("insert( new Resolution(" + time + ", \"5x8\") ) ;");
        }
        assertAllShown(List.of("Plan()"), outcomes);
    }

    private static void assertAllShown(List<String> conditions, List<String> outcomes) {
        int accepted = 0;
        for (String condition : conditions) {
            for (String outcome : outcomes) {
                SourceFile file = DemoPolicy.rules("advice.drl", DemoPolicy.rule("A-1", condition, outcome));
                Faults faults = new Faults();
                Policy policy = read(file, faults);
                WrittenRules written = WrittenRules.of(file);
                assertThat(written.rules()).as(condition + outcome).hasSize(1);
                if (!policy.rules().isEmpty()) {
                    accepted++;
                    assertThat(read(anew(written), new Faults()).rules().get(0))
                            .usingRecursiveComparison()
                            .ignoringFields("info.position", "text")
                            .isEqualTo(policy.rules().get(0));
                }
            }
        }
        assertThat(accepted).isGreaterThan(conditions.size() * outcomes.size() / 5);
    }

    private static SourceFile anew(WrittenRules written) {
        return WrittenRules.fresh("demo/policy/1/advice.drl", "demo")
                .adding(written.rules().get(0), List.of())
                .file();
    }

    private static Policy read(SourceFile file, Faults faults) {
        RuleSource source = new RuleSource("demo", List.of(file), UnaryOperator.identity());
        return PolicyReader.read("1", List.of(source), DemoPolicy.CATALOGUE, faults);
    }

    private static String operand(String operator, String literal) {
        return operator.endsWith("in") ? "(" + literal + ")" : literal;
    }

    private static String literal(Field field) {
        if (field.type() == Boolean.class || field.type() == boolean.class) {
            return "true";
        }
        if (field.isNumber()) {
            return "1";
        }
        if (field.isDate()) {
            return "2018-09-17";
        }
        Set<String> ids = DemoPolicy.CATALOGUE.ids(Objects.requireNonNull(field.domain()));
        return Objects.requireNonNullElse(ids, Set.<String>of()).stream()
                .findFirst()
                .map(id -> '"' + id + '"')
                .orElse("\"none\"");
    }
}
