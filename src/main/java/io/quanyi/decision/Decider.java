package io.quanyi.decision;

import io.quanyi.source.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides requests. Stateless: an answer is a function of the request, the instant and the release. */
public final class Decider {

    private final Placement placement;

    /** Decides by the releases that the placement finds. */
    public Decider(Placement placement) {
        this.placement = placement;
    }

    /** Decides by what is published up to now, for as long as it is used. */
    public Decider fixed() {
        return new Decider(placement.fixed());
    }

    /**
     * Decides one request.
     *
     * @param now the instant asked about, where the question names none
     * @throws RequestRefused if the request cannot be decided, with everything that is wrong with it
     * @throws RuleFault if a rule fails
     */
    public Decision decide(DecisionRequest request, Instant now) {
        return decide(request, place(request, now), instant(request, now));
    }

    /**
     * The release that decides a request: found once, so that an answer and its words come of the same one.
     *
     * @throws RequestRefused if the request is not complete in itself, or there is no release for it
     */
    public ProgrammeRelease place(DecisionRequest request, Instant now) {
        AgreedTerms.refuseIncomplete(request);
        return placement.place(request, instant(request, now));
    }

    /**
     * Decides every service of the programme.
     *
     * @throws RequestRefused for what no service could be decided with; what one service alone lacks is said beside it
     */
    public static Sheet sheet(SheetRequest request, ProgrammeRelease release, Instant at) {
        return new Sheet(
                release.id(),
                release.catalogue().services().keySet().stream()
                        .map(service -> entry(request.of(service), release, at))
                        .toList());
    }

    private static Sheet.Entry entry(DecisionRequest request, ProgrammeRelease release, Instant at) {
        String service = request.question().service();
        try {
            return new Sheet.Entry(service, decide(request, release, at), null);
        } catch (RequestRefused e) {
            if (e.stage() != RequestRefused.Stage.MISSING) {
                throw e;
            }
            return new Sheet.Entry(service, null, e);
        }
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

    /**
     * What the customer's contract says to a request, beside the rules: for explanations.
     *
     * @throws RequestRefused as {@link #decide} does, but for missing facts
     */
    public static List<Finding> agreed(DecisionRequest request, ProgrammeRelease release, Instant at) {
        CheckedQuestion question = RequestCheck.check(request, release, at);
        return question.inProgramme() ? AgreedTerms.findings(question) : List.of();
    }

    /**
     * What the rules of a release would be told of a request.
     *
     * @throws RequestRefused as {@link #decide} does, but for missing facts
     */
    public static QuestionFacts facts(DecisionRequest request, ProgrammeRelease release, Instant at) {
        return Derivation.facts(RequestCheck.check(request, release, at));
    }

    /**
     * How near a request comes to the limits of a release: for checks.
     *
     * @throws RequestRefused as {@link #decide} does, but for missing facts
     * @throws RuleFault if a rule fails
     */
    public static List<LimitMeasure> measures(DecisionRequest request, ProgrammeRelease release, Instant at) {
        CheckedQuestion question = RequestCheck.check(request, release, at);
        return question.inProgramme() ? new Evaluation(question).measures() : List.of();
    }

    /**
     * Decides by a given release, whatever the request pins.
     *
     * @throws RequestRefused if the request cannot be decided, with everything that is wrong with it
     * @throws RuleFault if a rule fails
     */
    public static Decision decide(DecisionRequest request, ProgrammeRelease release, Instant at) {
        Decision decision = decideBare(request, release, at);
        List<Decision.Suggestion> suggestions = Suggestions.of(decision, request, release, at);
        return suggestions.isEmpty() ? decision : decision.withSuggestions(suggestions);
    }

    /**
     * What a changed request would bring, at its own instant if it names one; null where it cannot be decided.
     *
     * @param budget the drafts that all changes together may cost
     */
    static @Nullable Decision tryOut(
            DecisionRequest request, ProgrammeRelease release, Instant at, DraftBudget budget) {
        try {
            return decideBare(request, release, instant(request, at), budget);
        } catch (RequestRefused e) {
            return null;
        }
    }

    /**
     * The same without suggestions.
     *
     * @throws RequestRefused if the request cannot be decided, with everything that is wrong with it
     * @throws RuleFault if a rule fails
     */
    public static Decision decideBare(DecisionRequest request, ProgrammeRelease release, Instant at) {
        return decideBare(request, release, at, DraftBudget.ofDecision());
    }

    private static Decision decideBare(
            DecisionRequest request, ProgrammeRelease release, Instant at, DraftBudget budget) {
        CheckedQuestion question = RequestCheck.check(request, release, at);
        return question.inProgramme() ? evaluated(question, budget) : Answers.notInProgramme(question);
    }

    /** Service time is counted up to the end of 2199: a promise may run beyond it from any instant, if its hours are few enough. */
    private static Decision evaluated(CheckedQuestion question, DraftBudget budget) {
        try {
            return new Evaluation(question).decide(budget);
        } catch (DateTimeException e) {
            throw new RequestRefused(
                    RequestRefused.Stage.CONTRADICTORY, List.of(Fault.at("/question/at", "answer-beyond-reach")));
        }
    }
}
