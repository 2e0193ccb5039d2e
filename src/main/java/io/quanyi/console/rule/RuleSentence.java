package io.quanyi.console.rule;

import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.policy.edit.RulePlace;
import io.quanyi.policy.edit.WrittenConstraint;
import io.quanyi.policy.edit.WrittenInsertion;
import io.quanyi.policy.edit.WrittenPattern;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenValue;
import io.quanyi.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words a rule as one sentence, so that its author sees the meaning of all parts together. */
record RuleSentence(RuleNames names) {

    String of(WrittenRule rule) {
        return names.texts()
                .of(
                        "rule-sentence",
                        joined(rule.patterns().stream().map(this::condition).toList()),
                        joined(rule.insertions().stream().map(this::outcome).toList()));
    }

    private String joined(List<String> parts) {
        return String.join(names.texts().of("rule-and"), parts);
    }

    private String condition(WrittenPattern pattern) {
        String fact = pattern.fact().drl();
        List<RulePlace> fields = RuleChoices.fields(pattern, names.catalogue());
        List<String> tests = pattern.constraints().stream()
                .filter(one -> !one.isBinding())
                .map(one -> test(fact, fields, one))
                .toList();
        if (!RuleChoices.mayBeQuantified(fact) && !tests.isEmpty()) {
            return joined(tests);
        }
        String what = tests.isEmpty()
                ? names.fact(fact)
                : names.punctuation()
                        .beside(names.fact(fact), names.punctuation().list(tests));
        String code = pattern.quantifier().equals("not") ? "explain.asks.not-there" : "explain.asks.there";
        return Texts.of(names.language(), code, List.of(what));
    }

    private String test(String fact, List<RulePlace> fields, WrittenConstraint constraint) {
        String field = names.field(fact, constraint.field());
        RulePlace place = fields.stream()
                .filter(one -> one.name().equals(constraint.field()))
                .findFirst()
                .orElse(null);
        List<String> values = constraint.values().stream()
                .map(value -> value(place == null ? null : place.domain(), value))
                .toList();
        return Texts.of(
                names.language(),
                "explain.asks." + RuleNames.code(constraint.operator().drl()),
                List.of(field, names.punctuation().list(values)));
    }

    private String outcome(WrittenInsertion insertion) {
        List<RulePlace> places =
                RuleChoices.arguments(insertion.type(), insertion.arguments().size());
        List<String> values = new ArrayList<>();
        for (int i = 0; i < insertion.arguments().size(); i++) {
            RulePlace place = i < places.size() ? places.get(i) : null;
            WrittenValue value = insertion.arguments().get(i);
            if (place == null || place.kind() != RulePlace.Kind.TRUTH) {
                values.add(value(place == null ? null : place.domain(), value));
            } else if (value.plain().equals("true")) {
                values.add(names.argument(place));
            }
        }
        String outcome = names.outcome(insertion.type());
        return values.isEmpty()
                ? outcome
                : names.punctuation().beside(outcome, names.punctuation().list(values));
    }

    private String value(@Nullable Domain domain, WrittenValue value) {
        if (value.isTime()) {
            return names.span(value.factory(), value.amount());
        }
        if (value.plain().equals("true") || value.plain().equals("false")) {
            return names.texts().of(value.plain().equals("true") ? "yes" : "no");
        }
        return domain == null || value.isVariable() ? value.plain() : names.value(domain, value.plain());
    }
}
