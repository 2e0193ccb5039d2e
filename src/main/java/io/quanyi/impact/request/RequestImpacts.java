package io.quanyi.impact.request;

import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.impact.ServiceImpact;
import io.quanyi.impact.SharedSentence;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.request.RequestImpact.Coverage;
import io.quanyi.impact.term.FurtherSentence;
import io.quanyi.impact.term.FurtherTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests by both releases of an impact, and finds the sentences of the impact that apply to each. Not safe for use by several
 * threads.
 */
public final class RequestImpacts {

    private final Impact impact;
    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final IdentityHashMap<ImpactSentence, Integer> numbers;
    private final int shared;
    private final List<FurtherSentence> further;

    /**
     * Numbers the sentences of an impact.
     *
     * @param before the earlier release of the impact
     * @param after the later release of the impact
     */
    public RequestImpacts(Impact impact, ProgrammeRelease before, ProgrammeRelease after) {
        this.impact = impact;
        this.before = before;
        this.after = after;
        List<SharedSentence> sentences = impact.sharedSentences();
        this.numbers = SharedSentence.numbers(sentences);
        this.shared = sentences.size();
        this.further = impact.furtherSentences();
    }

    /**
     * The impact on a request of the programme; the release that the request names is ignored. A request without an instant is decided at the
     * instant of the impact.
     * If a release cannot decide it, because a rule fails or terms conflict, nothing is said of its answer.
     */
    public RequestImpact of(DecisionRequest request) {
        try {
            return decided(request);
        } catch (RuleFault | ConflictingTerms e) {
            return new RequestImpact(request, null, List.of(), Coverage.NOT_DECIDED);
        }
    }

    private RequestImpact decided(DecisionRequest request) {
        Instant at = request.instant(impact.at().toInstant());
        ReleaseAnswer one = ReleaseAnswer.of(request, before, at);
        ReleaseAnswer other = ReleaseAnswer.of(request, after, at);
        boolean changes = !one.core().equals(other.core());
        AnswerChange change = changes ? AnswerChange.between(one.elements(), other.elements()) : null;
        boolean isRefused = one.isRefused() && other.isRefused();
        boolean isRefusedAlike = !changes && one.refused() != null;
        List<ImpactSentence> ofProgramme = isRefusedAlike ? List.of() : impact.programmeSentencesFor(request);
        List<ImpactSentence> sentences =
                isRefusedAlike || !ofProgramme.isEmpty() ? ofProgramme : sentences(request, at);
        AnswerChange named = change == null ? null : named(change, request, at);
        Coverage coverage = coverage(request, at, named, sentences);
        if (isRefused && coverage.isFault()) {
            coverage = Coverage.REFUSED;
        }
        List<Integer> further = coverage == Coverage.UNCOVERED ? further(request, at) : List.of();
        return further.isEmpty()
                ? new RequestImpact(request, change, numbers(sentences), coverage)
                : new RequestImpact(request, change, further, Coverage.OWN_TERMS);
    }

    private List<Integer> numbers(List<ImpactSentence> sentences) {
        return sentences.stream()
                .map(sentence -> Objects.requireNonNull(numbers.get(sentence), "numbered"))
                .distinct()
                .toList();
    }

    /** The numbers of the further sentences that speak of a request; they follow those of the other sentences. */
    private List<Integer> further(DecisionRequest request, Instant at) {
        ServiceImpact service = impact.about(request.question().service());
        Set<FurtherTerms> terms =
                service == null ? Set.of() : service.requests().furtherTerms(request, at);
        return IntStream.range(0, further.size())
                .filter(i -> terms.contains(further.get(i).terms())
                        && further.get(i).services().contains(request.question().service()))
                .mapToObj(i -> shared + i)
                .toList();
    }

    private List<ImpactSentence> sentences(DecisionRequest request, Instant at) {
        ServiceImpact service = impact.about(request.question().service());
        List<ImpactSentence> covering = new ArrayList<>();
        if (service != null) {
            service.requests().sentencesFor(request, at).stream()
                    .forEach(number -> covering.add(service.sentences().get(number)));
        }
        return covering;
    }

    /** The change as sentences name it. */
    private AnswerChange named(AnswerChange change, DecisionRequest request, Instant at) {
        ServiceImpact service = impact.about(request.question().service());
        return service == null ? change : service.requests().named(change, request, at);
    }

    private Coverage coverage(
            DecisionRequest request, Instant at, @Nullable AnswerChange change, List<ImpactSentence> sentences) {
        if (sentences.isEmpty()) {
            if (impact.isNotCompared(request.question().service())) {
                return Coverage.NOT_COMPARED;
            }
            return change == null ? Coverage.UNCHANGED : Coverage.UNCOVERED;
        }
        return sentences.stream().allMatch(sentence -> says(sentence, request, at, change))
                ? Coverage.COVERED
                : Coverage.MISSTATED;
    }

    /** Whether a change is the one that a sentence states; one about any service says that one release refuses, and nothing of the other. */
    private boolean says(ImpactSentence sentence, DecisionRequest request, Instant at, @Nullable AnswerChange change) {
        if (sentence.service().equals(ImpactSentence.ANY_SERVICE)) {
            return change != null;
        }
        ServiceImpact service = Objects.requireNonNull(impact.about(sentence.service()), "it has the sentence");
        return service.requests().left(sentence.change(), request, at).equals(change);
    }
}
