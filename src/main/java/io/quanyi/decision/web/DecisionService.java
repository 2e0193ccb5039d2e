package io.quanyi.decision.web;

import io.quanyi.decision.advice.CustomerAlternatives;
import io.quanyi.decision.advice.CustomerDecision;
import io.quanyi.decision.advice.CustomerQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.advice.ReleaseResolver;
import io.quanyi.decision.advice.Sheet;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.document.AnswerWithCore;
import io.quanyi.decision.document.SheetAnswer;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.SheetRequest;
import io.quanyi.log.DecisionLog;
import io.quanyi.log.DecisionLog.Answered;
import io.quanyi.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Answers requests: decides them, writes the log, and writes the answers in the caller's language. */
@Component
class DecisionService {

    /**
     * An answer, and when it was decided for.
     *
     * @param body the answer
     * @param decidedAt the instant, in the programme's zone
     */
    record TimedAnswer<T>(T body, String decidedAt) {}

    private final Decider decider;
    private final DecisionLog log;
    private final Clock clock;

    DecisionService(Decider decider, DecisionLog log, Clock clock) {
        this.decider = decider;
        this.log = log;
        this.clock = clock;
    }

    /** A service that answers all requests by one state of the releases, also while a release is published. */
    DecisionService fixed() {
        return new DecisionService(decider.fixed(), log, clock);
    }

    TimedAnswer<AnswerWithCore> decide(CustomerRequest request, Language language) {
        return counted(() -> decided(request, language));
    }

    TimedAnswer<SheetAnswer> list(SheetRequest request, Language language) {
        return counted(() -> listed(request, language));
    }

    TimedAnswer<AlternativesAnswer> search(CustomerRequest request, Language language) {
        return counted(() -> searched(request, language));
    }

    /** Runs work, and counts its refusal. */
    private <T> T counted(Supplier<T> work) {
        try {
            return work.get();
        } catch (RequestRefused e) {
            log.refused(e.code());
            throw e;
        }
    }

    private TimedAnswer<AnswerWithCore> decided(CustomerRequest request, Language language) {
        Instant now = now();
        long start = System.nanoTime();
        CustomerQuestion question = decider.question(request.each(now), now);
        CustomerDecision decided = question.decision();
        Decision decision = decided.decision();
        log.decided(
                answered(decision.release(), decided.placed().request()),
                decision.service(),
                decision.outcome().name(),
                System.nanoTime() - start);
        return given(question, decided, now, language);
    }

    /** Decides a request by the release that a resolver finds. The log of decisions does not have it, because it is not acted on. */
    TimedAnswer<AnswerWithCore> tryOut(ReleaseResolver resolver, CustomerRequest request, Language language) {
        Instant now = now();
        CustomerQuestion question = new Decider(resolver).question(request.each(now), now);
        return given(question, question.decision(), now, language);
    }

    private static TimedAnswer<AnswerWithCore> given(
            CustomerQuestion question, CustomerDecision decided, Instant now, Language language) {
        AnswerWithCore body = AnswerWithCore.of(decided, new AnswerWords(question.release(), language));
        return given(body, question.release(), decided.placed().request(), now);
    }

    private TimedAnswer<SheetAnswer> listed(SheetRequest request, Language language) {
        Instant now = now();
        long start = System.nanoTime();
        List<PlacedRequest> any = Sheet.requests("any", request, now);
        ProgrammeRelease release = decider.resolve(any, now);
        Sheet sheet = Sheet.of(request, release, now);
        DecisionRequest first = any.get(0).request();
        log.listed(answered(sheet.release(), first), sheet.entries().size(), System.nanoTime() - start);
        return given(SheetAnswer.of(sheet, new AnswerWords(release, language)), release, first, now);
    }

    private TimedAnswer<AlternativesAnswer> searched(CustomerRequest request, Language language) {
        Instant now = now();
        long start = System.nanoTime();
        List<PlacedRequest> requests = request.each(now);
        CustomerQuestion question = decider.question(requests, now);
        CustomerAlternatives alternatives = CustomerAlternatives.to(question);
        ProgrammeRelease release = question.release();
        DecisionRequest first = requests.get(0).request();
        log.searched(
                answered(release.id(), first),
                first.question().service(),
                alternatives.changes().size(),
                alternatives.complete(),
                System.nanoTime() - start);
        return given(AlternativesAnswer.of(alternatives, new AnswerWords(release, language)), release, first, now);
    }

    private static Answered answered(ReleaseId release, DecisionRequest request) {
        return new Answered(
                release.programme(), release.number(), request.subscription().customerId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static <T> TimedAnswer<T> given(T body, ProgrammeRelease release, DecisionRequest request, Instant now) {
        var at = request.instant(now).atZone(release.programme().zone());
        return new TimedAnswer<>(body, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
    }
}
