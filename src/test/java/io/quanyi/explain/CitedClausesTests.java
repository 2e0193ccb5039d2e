package io.quanyi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.checks.CaseRun.Posed;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.RequestRefused;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part of an answer that rests on a clause carries the words of the clause. */
class CitedClausesTests {

    static List<ReleaseId> releases() {
        return ShippedExplanations.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyPartThatRestsOnAClauseCarriesItsQuote(ReleaseId id) {
        for (Posed posed : ShippedExplanations.cases(id)) {
            for (Citation citation : cited(posed)) {
                if (citation.rule() != null) {
                    assertThat(citation.quote()).as("%s", citation).isNotBlank();
                    assertThat(citation.quote()).isEqualTo(quote(posed, citation.rule()));
                }
            }
        }
    }

    /** A plain value has its clause in the list of bases, by a pointer that leads to it. */
    @ParameterizedTest
    @MethodSource("releases")
    void everyBasisPointsToAValue(ReleaseId id) {
        for (Posed posed : ShippedExplanations.cases(id)) {
            Decision decision = decided(posed);
            for (Decision.ValueBasis basis : decision == null ? List.<Decision.ValueBasis>of() : decision.bases()) {
                assertThat(value(decision, basis.pointer()))
                        .as("%s", basis)
                        .isInstanceOfAny(String.class, Decision.EachState.class);
            }
        }
    }

    private record Citation(
            String part, @Nullable String rule, @Nullable String quote) {}

    private static List<Citation> cited(Posed posed) {
        List<Citation> citations = new ArrayList<>();
        collect(decided(posed), citations);
        return citations;
    }

    private static void collect(@Nullable Object part, List<Citation> citations) {
        if (part instanceof List<?> list) {
            list.forEach(one -> collect(one, citations));
        }
        if (part instanceof Record record) {
            Map<String, RecordComponent> members = Arrays.stream(
                            record.getClass().getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
            if (members.containsKey("rule")) {
                citations.add(new Citation(record.getClass().getSimpleName(), (String) member(record, "rule"), (String)
                        member(record, "quote")));
            }
            members.keySet().forEach(name -> collect(member(record, name), citations));
        }
    }

    private static @Nullable Object value(@Nullable Object decision, String pointer) {
        Object value = decision;
        for (String name : pointer.substring(1).split("/", -1)) {
            value = value instanceof List<?> list
                    ? list.get(Integer.parseInt(name))
                    : member((Record) Objects.requireNonNull(value), name);
        }
        return value;
    }

    private static @Nullable Object member(Record record, String name) {
        try {
            return record.getClass().getMethod(name).invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String quote(Posed posed, String rule) {
        RuleInfo stated = posed.question().findings().stream()
                .map(Finding::rule)
                .filter(Objects::nonNull)
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(
                        posed.release().clauses().clause(stated.clauses().get(0)))
                .quote();
    }

    private static @Nullable Decision decided(Posed posed) {
        try {
            return Decider.decide(CheckedQuestion.of(posed.request(), posed.release(), posed.at()));
        } catch (RequestRefused e) {
            return null;
        }
    }
}
