package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.policy.Variant.Kind;
import io.quanyi.policy.Vocabulary.Form;
import io.quanyi.policy.Vocabulary.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What may stand otherwise in what a rule inserts. */
final class InsertionEdits {

    private final Rule rule;
    private final Catalogue catalogue;
    private final List<Edit> edits = new ArrayList<>();

    private InsertionEdits(Rule rule, Catalogue catalogue) {
        this.rule = rule;
        this.catalogue = catalogue;
    }

    /** All edits, in the order of the arguments. */
    static List<Edit> of(Rule rule, Catalogue catalogue) {
        InsertionEdits edits = new InsertionEdits(rule, catalogue);
        List<Parameter> parameters = parameters(rule.insertion());
        for (int place = 0; place < parameters.size(); place++) {
            edits.argument(place, parameters.get(place));
        }
        return edits.edits;
    }

    private static List<Parameter> parameters(Insertion insertion) {
        return Objects.requireNonNull(Vocabulary.OUTCOMES.get(insertion.type().getSimpleName())).forms().stream()
                .filter(form -> form.constructor().equals(insertion.constructor()))
                .map(Form::parameters)
                .findFirst()
                .orElseThrow();
    }

    private void argument(int place, Parameter parameter) {
        Object argument = rule.insertion().arguments().get(place);
        if (argument instanceof String id && parameter.domain() == Domain.PLAN) {
            catalogue.plans().stream()
                    .map(Catalogue.Plan::id)
                    .filter(plan -> !plan.equals(id))
                    .forEach(plan -> add(Kind.PLAN_SWAPPED, place, plan));
        } else if (argument instanceof String id && parameter.domain() != null) {
            String other = other(id, catalogue.ids(parameter.domain()));
            if (other != null) {
                add(Kind.WORD_CHANGED, place, other);
            }
        } else if (argument instanceof Boolean truth) {
            add(Kind.WORD_CHANGED, place, !truth);
        } else {
            Steps.around(argument).forEach(number -> add(Kind.NUMBER_CHANGED, place, number));
        }
    }

    /** The id after this one, and after the last the first; null if there is no other. */
    private static @Nullable String other(String id, @Nullable Set<String> ids) {
        TreeSet<String> others = new TreeSet<>(ids == null ? Set.of() : ids);
        others.remove(id);
        String next = others.higher(id);
        return next == null && !others.isEmpty() ? others.first() : next;
    }

    private void add(Kind kind, int place, Object argument) {
        List<Object> arguments = new ArrayList<>(rule.insertion().arguments());
        arguments.set(place, argument);
        Insertion other;
        try {
            other = Insertion.of(rule.insertion().type(), rule.insertion().constructor(), List.copyOf(arguments));
        } catch (IllegalArgumentException e) {
            // No author could write it
            return;
        }
        edits.add(new Edit(rule, kind, Drl.of(rule.insertion()), Drl.of(other), rule.with(other)));
    }
}
