package io.quanyi.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.CoreElement.Subject;
import io.quanyi.impact.value.ValueLabel;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the sentences about a whole programme: which ids, named in an entry of a list of a request, make one release refuse the request
 * and not the other, for every question.
 */
final class ProgrammeSentences {

    /** The outcome of a request that is not refused for the id: the content of the rest. */
    private static final String BY_THE_REST = "BY_THE_REST";

    private static final String REFUSED = "REFUSED";

    private ProgrammeSentences() {}

    /** The codes with which the releases refuse an id; empty where one does not. */
    private record Refusals(String before, String after) {

        /** Whether one release refuses the id; a request that both refuse is left out, even if they name different faults. */
        boolean isByOne() {
            return before.isEmpty() != after.isEmpty();
        }
    }

    /** The sentences, in the order of the places; none for releases that know the same ids. */
    static List<ImpactSentence> between(ProgrammeRelease before, ProgrammeRelease after, OffsetDateTime at) {
        List<ImpactSentence> sentences = new ArrayList<>();
        if (before.catalogue().sellsTheSameAs(after.catalogue())) {
            return sentences;
        }
        for (IdPlace place : IdPlace.values()) {
            Map<Refusals, List<String>> groups = new LinkedHashMap<>();
            for (String id : place.ids(List.of(before, after))) {
                Refusals refusals = new Refusals(place.refusal(id, before, at), place.refusal(id, after, at));
                if (refusals.isByOne()) {
                    groups.computeIfAbsent(refusals, unknown -> new ArrayList<>())
                            .add(id);
                }
            }
            groups.forEach((refusals, named) -> sentences.add(new ImpactSentence(
                    ImpactSentence.ANY_SERVICE,
                    List.of(new SentenceCondition(place.id(), labels(named), List.of())),
                    new AnswerChange(elements(place, refusals.before()), elements(place, refusals.after())),
                    named.size(),
                    place.request(named.get(0), after, before, at),
                    List.of(),
                    List.of())));
        }
        return sentences;
    }

    private static List<CoreElement> elements(IdPlace place, String code) {
        return code.isEmpty()
                ? List.of(CoreElement.of(Subject.OUTCOME, BY_THE_REST))
                : List.of(
                        CoreElement.of(Subject.OUTCOME, REFUSED),
                        CoreElement.of(Subject.REFUSAL, code, place.pointer()));
    }

    private static List<ValueLabel> labels(List<String> ids) {
        return ids.stream().map(ValueLabel::id).toList();
    }

    /** Whether a sentence about a programme covers a request: whether an entry of the request names one of its ids. */
    static boolean isCovered(ImpactSentence sentence, DecisionRequest request) {
        return sentence.conditions().stream()
                .allMatch(condition -> IdPlace.of(condition.dimension()).namedIn(request).stream()
                        .map(ValueLabel::id)
                        .anyMatch(condition.among()::contains));
    }
}
