package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.policy.edit.RulePlace;
import io.quanyi.policy.edit.WrittenConstraint;
import io.quanyi.policy.edit.WrittenInsertion;
import io.quanyi.policy.edit.WrittenPattern;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenValue;
import java.util.List;
import java.util.Optional;

/**
 * Makes the parts that are added to a rule, with the first value that fits, so that the rule can be read at once.
 *
 * @param catalogue the catalogue with the ids
 */
record NewParts(Catalogue catalogue) {

    /** A line about a fact: about the fields that it needs, or its first one, and of the service that the rule is about. */
    WrittenPattern pattern(String fact, WrittenRule rule) {
        WrittenConstraint first = is(RuleChoices.fields(fact).get(0), rule);
        WrittenPattern pattern = WrittenPattern.of("", fact, List.of(first));
        if (!RuleChoices.isSelected(fact)) {
            return pattern;
        }
        RulePlace compared = RuleChoices.fields(pattern, catalogue).get(1);
        return WrittenPattern.of("", fact, List.of(first, is(compared, rule)));
    }

    private WrittenConstraint is(RulePlace field, WrittenRule rule) {
        return WrittenConstraint.of(field.name(), "==", List.of(value(field, rule)));
    }

    /** A changed line; where it selects a measure of other values than before, its values are the first that fit. */
    WrittenPattern fitted(WrittenPattern was, WrittenPattern changed) {
        List<RulePlace> fields = RuleChoices.fields(changed, catalogue);
        if (fields.equals(RuleChoices.fields(was, catalogue)) || isAlike(was, changed)) {
            return changed;
        }
        return WrittenPattern.of(
                changed.quantifier(),
                changed.fact().drl(),
                changed.constraints().stream()
                        .map(one -> one.field().equals(fields.get(0).name())
                                ? one
                                : WrittenConstraint.of(one.field(), "==", List.of(first(fields.get(1)))))
                        .toList());
    }

    /** Whether the values of both are written alike, and no ids. */
    private boolean isAlike(WrittenPattern one, WrittenPattern other) {
        RulePlace.Kind kind = RuleChoices.fields(one, catalogue).get(1).kind();
        return kind != RulePlace.Kind.ID
                && kind == RuleChoices.fields(other, catalogue).get(1).kind();
    }

    private WrittenValue value(RulePlace field, WrittenRule rule) {
        return field.domain() == Domain.SERVICE ? service(rule).orElse(first(field)) : first(field);
    }

    /** The service that a rule names alone. */
    private static Optional<WrittenValue> service(WrittenRule rule) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.fact().drl().equals("Question"))
                .flatMap(pattern -> pattern.constraints().stream())
                .filter(one ->
                        one.field().equals("service") && one.operator().drl().equals("=="))
                .map(one -> WrittenValue.of(one.values().get(0).drl()))
                .findFirst();
    }

    /** The constraint on a field, or with a dollar sign before it, the variable for it; empty if there is no such field. */
    Optional<WrittenConstraint> constraint(WrittenPattern pattern, String field) {
        if (field.startsWith("$")) {
            return RuleForm.place(pattern, field.substring(1), catalogue).stream()
                    .map(place -> WrittenConstraint.of(
                            place.name(), WrittenConstraint.STANDS_FOR, List.of(WrittenValue.of(field))))
                    .findFirst();
        }
        return RuleForm.place(pattern, field, catalogue).stream()
                .map(place -> WrittenConstraint.of(place.name(), "==", List.of(first(place))))
                .findFirst();
    }

    /** An outcome with the arguments that it needs. */
    WrittenInsertion insertion(String outcome) {
        return WrittenInsertion.of(
                outcome,
                RuleChoices.arguments(outcome).stream()
                        .filter(place -> !place.optional())
                        .map(this::first)
                        .toList());
    }

    private WrittenValue first(RulePlace place) {
        return switch (place.kind()) {
            case TIME -> WrittenValue.of("workingDays(1)");
            case TRUTH -> WrittenValue.of("false");
            case DATE -> WrittenValue.of("2026-01-01");
            case NUMBER, WHOLE_NUMBER -> WrittenValue.of("1");
            case ID -> WrittenValue.text(id(place));
        };
    }

    private String id(RulePlace place) {
        return place.domain() == Domain.CURRENCY
                ? "CNY"
                : place.ids(catalogue).stream().findFirst().orElse("none");
    }
}
