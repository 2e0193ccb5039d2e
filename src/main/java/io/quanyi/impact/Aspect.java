package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleOutline.Look;
import io.quanyi.facts.Fact;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a request that is varied by itself.
 *
 * @param id what it is called
 * @param fields the fields of facts that it supplies; a type's name stands for all fields of the type
 * @param candidates the ways in which it can be, far more than make a difference
 * @param copy takes it over from another request
 * @param answers what an answer reads of it beside what the rules say: two ways with equal texts give equal answers
 */
record Aspect(
        String id,
        Set<String> fields,
        Function<ServicePair, List<Value>> candidates,
        BiConsumer<DecisionRequest, Asking> copy,
        Answers answers) {

    /** What an answer of a release reads of a request. */
    interface Answers {
        String of(ServicePair pair, ProgrammeRelease release, DecisionRequest request);
    }

    Aspect(
            String id,
            Set<String> fields,
            Function<ServicePair, List<Value>> candidates,
            BiConsumer<DecisionRequest, Asking> copy) {
        this(id, fields, candidates, copy, (pair, release, request) -> "");
    }

    /** Whether a line of a rule's condition looks at it. */
    boolean isSeenBy(Look look) {
        String fact = look.fact().getSimpleName();
        return fields.contains(fact) || !names(look).isEmpty();
    }

    /** Whether it supplies a field of a fact. */
    boolean supplies(Class<? extends Fact> fact, String field) {
        String name = fact.getSimpleName();
        return fields.contains(name) || fields.contains(name + "." + field);
    }

    private Set<String> names(Look look) {
        String fact = look.fact().getSimpleName();
        return Stream.concat(
                        look.tests().stream().map(test -> test.field()),
                        look.values().stream().map(value -> value.field()))
                .map(field -> fact + "." + field)
                .filter(fields::contains)
                .collect(Collectors.toSet());
    }
}
