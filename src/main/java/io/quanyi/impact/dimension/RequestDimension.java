package io.quanyi.impact.dimension;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleOutline.Look;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Fact;
import io.quanyi.impact.value.DimensionValue;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a request that is varied independently of the other parts, such as the plan or the service period.
 *
 * @param id the id of the dimension in reports
 * @param fields the fields of facts that the dimension supplies; the name of a type stands for all fields of the type
 * @param candidates makes the candidate values: more than the rules distinguish, because equal ones are merged later
 * @param copy copies the dimension from an existing request
 * @param reading the text of the part of the dimension that an answer shows directly, not through rules; values with equal texts are answered
 *     alike as far as rules treat them alike
 */
public record RequestDimension(
        String id,
        Set<String> fields,
        Function<ServiceComparison, List<DimensionValue>> candidates,
        BiConsumer<DecisionRequest, RequestBuilder> copy,
        AnswerReading reading) {

    /** Describes the parts of a request that an answer of a release reads directly, not through rules. */
    public interface AnswerReading {
        /** The text; equal for requests that make no difference. */
        String of(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request);
    }

    RequestDimension(
            String id,
            Set<String> fields,
            Function<ServiceComparison, List<DimensionValue>> candidates,
            BiConsumer<DecisionRequest, RequestBuilder> copy) {
        this(id, fields, candidates, copy, (comparison, release, request) -> "");
    }

    /** Whether a line of the condition of a rule reads the dimension. */
    public boolean isReadBy(Look look) {
        String fact = look.fact().getSimpleName();
        return fields.contains(fact) || !names(look).isEmpty();
    }

    /** Whether the dimension supplies a field of a fact. */
    public boolean supplies(Class<? extends Fact> fact, String field) {
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
