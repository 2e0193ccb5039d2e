package io.quanyi.authzen;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.log.DecisionLog;
import io.quanyi.log.DecisionLog.Answered;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides questions about entities, by the releases that decide all requests, and writes the log of decisions. */
public final class EvaluationDecider {

    /**
     * An evaluation, and when it was decided for.
     *
     * @param decidedAt the instant, in the programme's zone; null if nothing was decided
     */
    public record TimedEvaluation(
            Evaluation evaluation, @Nullable String decidedAt) {}

    private final Decider decider;
    private final Vocabularies vocabularies;
    private final DecisionLog log;

    /** Decides by a decider of requests. */
    public EvaluationDecider(Decider decider, Vocabularies vocabularies, DecisionLog log) {
        this.decider = decider;
        this.vocabularies = vocabularies;
        this.log = log;
    }

    /** Decides all questions by one state of the releases, also while a release is published. */
    public EvaluationDecider fixed() {
        return new EvaluationDecider(decider.fixed(), vocabularies, log);
    }

    /** The vocabulary of a programme. */
    public Vocabulary vocabulary(String programme) {
        return vocabularies.of(programme);
    }

    /**
     * Decides a question.
     *
     * @param programme the programme of the decision point that is asked; null if that is the one of all programmes
     * @param now the instant of the question if it states none
     * @throws FaultsFound if it is not of the form of a question, with pointers into it
     */
    public TimedEvaluation decide(AskedEntities asked, @Nullable String programme, Instant now, Language language) {
        long start = System.nanoTime();
        QuestionMembers members = new QuestionMembers(asked.ignored()::add);
        try {
            CheckedQuestion question = question(asked, asked.programme(programme), members, now);
            Decision decision = question.decision();
            log(question, decision, System.nanoTime() - start);
            AnswerWords words = new AnswerWords(question.release(), language);
            EvaluationContext context = EvaluationContext.of(decision, words, members.hasInstant(), asked.ignored());
            return new TimedEvaluation(new Evaluation(permits(asked, decision), context), decidedAt(question));
        } catch (RequestRefused e) {
            log.refused(e.code());
            EvaluationError error = EvaluationError.of(placed(e, members), language);
            return new TimedEvaluation(Evaluation.refused(error, asked.ignored()), null);
        }
    }

    /**
     * The release that decides a question; it does not depend on the entities.
     *
     * @throws FaultsFound if it is not of the form of a question
     * @throws RequestRefused if there is no release for it, with pointers into the question
     */
    public ProgrammeRelease release(AskedEntities asked, @Nullable String programme, Instant now) {
        QuestionMembers members = new QuestionMembers(pointer -> {});
        try {
            return decider.resolve(members.ofAnyEntity(asked, asked.programme(programme)), now);
        } catch (RequestRefused e) {
            throw placed(e, members);
        }
    }

    /**
     * Whether a question is permitted. The log does not have it, because it is one of many.
     *
     * @throws RequestRefused if it cannot be decided, with pointers into the question
     */
    public boolean permits(AskedEntities asked, @Nullable String programme, Instant now) {
        QuestionMembers members = new QuestionMembers(asked.ignored()::add);
        try {
            return permits(
                    asked,
                    question(asked, asked.programme(programme), members, now).decision());
        } catch (RequestRefused e) {
            throw placed(e, members);
        }
    }

    /**
     * Writes to the log that many questions were decided at once.
     *
     * @param questions how many
     */
    public void logMany(ProgrammeRelease release, int questions, long nanos) {
        log.listed(new Answered(release.id().programme(), release.id().number(), null), questions, nanos);
    }

    private boolean permits(AskedEntities asked, Decision decision) {
        return decision.outcome() == vocabulary(decision.release().programme()).permitting(asked.action());
    }

    private CheckedQuestion question(AskedEntities asked, String programme, QuestionMembers members, Instant now) {
        DecisionRequest request = request(asked, programme, members, now);
        return CheckedQuestion.of(request, decider.resolve(request, now), request.instant(now));
    }

    private DecisionRequest request(AskedEntities asked, String programme, QuestionMembers members, Instant now) {
        members.add(asked, programme, vocabulary(programme));
        return members.request().readAsOf(now);
    }

    /** A refusal with pointers into the question; one of its form is thrown as faults, like all others of that kind. */
    private static RequestRefused placed(RequestRefused refused, QuestionMembers members) {
        List<Fault> faults = refused.faults().stream().map(members::placed).toList();
        if (refused.stage() == Stage.MALFORMED) {
            throw new FaultsFound(faults);
        }
        return new RequestRefused(refused.stage(), faults);
    }

    private void log(CheckedQuestion question, Decision decision, long nanos) {
        Answered answered = new Answered(
                decision.release().programme(),
                decision.release().number(),
                question.request().subscription().customerId());
        log.decided(answered, decision.service(), decision.outcome().name(), nanos);
    }

    private static String decidedAt(CheckedQuestion question) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                question.at().atZone(question.release().programme().zone()));
    }
}
