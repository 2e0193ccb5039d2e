package io.quanyi.impact.dimension;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleOutline.Look;
import io.quanyi.decision.release.RuleOutline.Reading;
import io.quanyi.decision.release.RuleOutline.Test;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Fact;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.usage.LimitComparison;
import io.quanyi.impact.value.DimensionValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Computes the signature of a value of a dimension: a text that is equal for values which neither of the two releases can distinguish.
 */
final class ValueSignature {

    private static final String NO_MATCH = "";

    private final ServiceComparison comparison;
    private final RequestDimension dimension;
    private final IdentityHashMap<ProgrammeRelease, List<Look>> looks = new IdentityHashMap<>();

    ValueSignature(ServiceComparison comparison, RequestDimension dimension) {
        this.comparison = comparison;
        this.dimension = dimension;
        comparison.releases().forEach(release -> looks.put(release, looks(release)));
    }

    ServiceComparison comparison() {
        return comparison;
    }

    private List<Look> looks(ProgrammeRelease release) {
        return comparison.rules(release).stream()
                .flatMap(rule -> rule.looks().stream())
                .filter(dimension::isReadBy)
                .toList();
    }

    /**
     * The signature. Values with equal signatures get equal answers from each release, for any rest of the request. Usage is told apart
     * also as it is shown, by the limits of both releases.
     */
    String of(DimensionValue value) {
        String shown = dimension.id().equals(RequestDimensions.USE)
                ? String.join(
                        ", ", new LimitComparison(comparison.usageLimits()).words(request(comparison.after(), value)))
                : "";
        return shown
                + comparison.releases().stream()
                        .map(release -> rulesView(release, value) + "\n" + reading(release, value))
                        .collect(Collectors.joining("\n"));
    }

    /** Whether both releases refuse a request with this value, for the same faults. */
    boolean isRefused(DimensionValue value) {
        String before = rulesView(comparison.before(), value);
        return before.startsWith("refused") && before.equals(rulesView(comparison.after(), value));
    }

    /** The text of the part of the value that an answer of a release shows directly, not through rules. */
    String reading(ProgrammeRelease release, DimensionValue value) {
        return dimension.reading().of(comparison, release, request(release, value));
    }

    private DecisionRequest request(ProgrammeRelease release, DimensionValue value) {
        RequestBuilder builder = comparison.requestBuilder(release);
        value.setting().accept(builder);
        return builder.request();
    }

    /** How the conditions of the rules of a release evaluate a value; the refusal, if the release refuses it. */
    private String rulesView(ProgrammeRelease release, DimensionValue value) {
        try {
            QuestionFacts facts = CheckedQuestion.of(
                            request(release, value), release, comparison.at().toInstant())
                    .facts();
            return evaluated(looks.getOrDefault(release, List.of()), facts);
        } catch (RequestRefused e) {
            return ReleaseAnswer.refusalCore(e);
        }
    }

    private static String evaluated(List<Look> looks, QuestionFacts facts) {
        StringBuilder text = new StringBuilder();
        looks.forEach(look -> text.append(evaluated(look, facts)).append(';'));
        return text.toString();
    }

    private static String evaluated(Look look, QuestionFacts facts) {
        List<String> results = new ArrayList<>();
        for (Fact fact : facts.all()) {
            if (look.fact().isInstance(fact)) {
                results.add(evaluated(look, fact));
            }
        }
        results.removeIf(NO_MATCH::equals);
        Collections.sort(results);
        return String.join("|", results);
    }

    /**
     * A line of a condition does not match as soon as one present field fails its test; the other fields make no difference. A number that
     * the rule uses itself is described by the reading of its dimension, since no two of its values have equal answers.
     */
    private static String evaluated(Look look, Fact fact) {
        StringBuilder text = new StringBuilder("(");
        for (Test test : look.tests()) {
            Boolean holds = test.holds().apply(fact);
            if (Boolean.FALSE.equals(holds)) {
                return NO_MATCH;
            }
            text.append(holds == null ? '?' : '+');
        }
        for (Reading reading : look.values()) {
            Object value = reading.value().apply(fact);
            text.append(value instanceof Number ? "#" : value);
        }
        return text.append(')').toString();
    }
}
