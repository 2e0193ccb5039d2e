package io.quanyi.decision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Decides requests. Stateless: an answer is a function of the request, the instant and the release. */
public final class Decider {

    private final Placement placement;

    /** Decides by the releases that the placement finds. */
    public Decider(Placement placement) {
        this.placement = placement;
    }

    /**
     * Decides one request.
     *
     * @param now the instant asked about, where the question names none
     * @throws RequestRefused if the request cannot be decided, with everything that is wrong with it
     * @throws RuleFault if a rule fails
     */
    public Decision decide(DecisionRequest request, Instant now) {
        AgreedTerms.refuseIncomplete(request);
        Instant at = instant(request, now);
        return decide(request, placement.place(request, at), at);
    }

    /** The instant that a request asks about. */
    public static Instant instant(DecisionRequest request, Instant now) {
        OffsetDateTime at = request.question().at();
        return at == null ? now : at.toInstant();
    }

    /**
     * What the rules say to a request, before anything is made of it: for checks and explanations.
     *
     * @throws RequestRefused as {@link #decide} does, but for missing facts
     */
    public static List<Finding> findings(DecisionRequest request, ProgrammeRelease release, Instant at) {
        CheckedQuestion question = RequestCheck.check(request, release, at);
        return question.inProgramme() ? release.policy().evaluate(Derivation.facts(question)) : List.of();
    }

    /** Decides by a given release, whatever the request pins. */
    static Decision decide(DecisionRequest request, ProgrammeRelease release, Instant at) {
        Decision decision = decideBare(request, release, at);
        return decision.withSuggestions(Suggestions.of(decision, request, release, at));
    }

    /** The same without suggestions. */
    static Decision decideBare(DecisionRequest request, ProgrammeRelease release, Instant at) {
        CheckedQuestion question = RequestCheck.check(request, release, at);
        return question.inProgramme() ? new Evaluation(question).decide() : Answers.notInProgramme(question);
    }
}
