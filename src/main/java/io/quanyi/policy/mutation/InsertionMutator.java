package io.quanyi.policy.mutation;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.Form;
import io.quanyi.policy.model.RuleVocabulary.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes all mutations of the insertions of a rule. */
final class InsertionMutator {

    private final Rule rule;
    private final Insertion insertion;
    private final Catalogue catalogue;
    private final List<RuleMutation> mutations = new ArrayList<>();

    private InsertionMutator(Rule rule, Insertion insertion, Catalogue catalogue) {
        this.rule = rule;
        this.insertion = insertion;
        this.catalogue = catalogue;
    }

    /** All mutations, in the order written. One insertion of several is dropped, too; without its only one a rule is none. */
    static List<RuleMutation> of(Rule rule, Catalogue catalogue) {
        return rule.insertions().stream()
                .flatMap(insertion -> new InsertionMutator(rule, insertion, catalogue).all().stream())
                .toList();
    }

    private List<RuleMutation> all() {
        if (rule.insertions().size() > 1) {
            mutations.add(new RuleMutation(
                    rule, MutationKind.INSERTION_DROPPED, DrlWriter.of(insertion), "", rule.with(insertion, null)));
        }
        List<Parameter> parameters = parameters(insertion);
        for (int place = 0; place < parameters.size(); place++) {
            argument(place, parameters.get(place));
        }
        return mutations;
    }

    private static List<Parameter> parameters(Insertion insertion) {
        return Objects.requireNonNull(
                        RuleVocabulary.OUTCOMES.get(insertion.type().getSimpleName()))
                .forms()
                .stream()
                .filter(form -> form.constructor().equals(insertion.constructor()))
                .map(Form::parameters)
                .findFirst()
                .orElseThrow();
    }

    private void argument(int place, Parameter parameter) {
        Object argument = insertion.arguments().get(place);
        if (argument instanceof String id && parameter.domain() == Domain.PLAN) {
            catalogue.plans().stream()
                    .map(Catalogue.Plan::id)
                    .filter(plan -> !plan.equals(id))
                    .forEach(plan -> add(MutationKind.PLAN_SWAPPED, place, plan));
        } else if (argument instanceof String id && parameter.domain() != null) {
            String other = other(id, catalogue.ids(parameter.domain()));
            if (other != null) {
                add(MutationKind.WORD_CHANGED, place, other);
            }
        } else if (argument instanceof Boolean truth) {
            add(MutationKind.WORD_CHANGED, place, !truth);
        } else {
            NumberNeighbours.around(argument).forEach(number -> add(MutationKind.NUMBER_CHANGED, place, number));
        }
    }

    /** The next id in order, or the first after the last; null if there is no other. */
    private static @Nullable String other(String id, @Nullable Set<String> ids) {
        TreeSet<String> others = new TreeSet<>(ids == null ? Set.of() : ids);
        others.remove(id);
        String next = others.higher(id);
        return next == null && !others.isEmpty() ? others.first() : next;
    }

    private void add(MutationKind kind, int place, Object argument) {
        List<Object> arguments = new ArrayList<>(insertion.arguments());
        arguments.set(place, argument);
        Insertion other;
        try {
            other = Insertion.of(insertion.type(), insertion.constructor(), List.copyOf(arguments));
        } catch (IllegalArgumentException e) {
            // The constructor refuses the value, so no rule can contain it
            return;
        }
        mutations.add(new RuleMutation(
                rule, kind, DrlWriter.of(insertion), DrlWriter.of(other), rule.with(insertion, other)));
    }
}
