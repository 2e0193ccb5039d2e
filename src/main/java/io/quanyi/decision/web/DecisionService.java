package io.quanyi.decision.web;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Alternatives;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.advice.Sheet;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.SheetRequest;
import io.quanyi.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

    /**
     * A decision, and its core.
     *
     * @param answer the decision in words
     * @param core the digest of its core
     */
    record AnswerWithCore(DecisionAnswer answer, String core) {}

    private final Decider decider;
    private final DecisionLog log;
    private final Clock clock;

    DecisionService(Decider decider, DecisionLog log, Clock clock) {
        this.decider = decider;
        this.log = log;
        this.clock = clock;
    }

    /** A service that answers all requests by one state of the releases, whatever is published meanwhile. */
    DecisionService fixed() {
        return new DecisionService(decider.fixed(), log, clock);
    }

    TimedAnswer<AnswerWithCore> decide(DecisionRequest sent, Language language) {
        Instant now = now();
        DecisionRequest request = sent.readAsOf(now);
        long start = System.nanoTime();
        ProgrammeRelease release = decider.resolve(request, now);
        Decision decision = Decider.decide(CheckedQuestion.of(request, release, request.instant(now)));
        log.decided(request, decision, System.nanoTime() - start);
        DecisionAnswer answer = writer(release, language).answer(decision);
        return given(new AnswerWithCore(answer, Core.digest(decision)), release, request, now);
    }

    TimedAnswer<SheetAnswer> list(SheetRequest request, Language language) {
        Instant now = now();
        long start = System.nanoTime();
        DecisionRequest any = request.of("any").readAsOf(now);
        ProgrammeRelease release = decider.resolve(any, now);
        Sheet sheet = Sheet.of(request, release, now);
        log.listed(request, sheet, System.nanoTime() - start);
        return given(SheetAnswer.of(sheet, writer(release, language), language), release, any, now);
    }

    TimedAnswer<AlternativesAnswer> search(DecisionRequest sent, Language language) {
        Instant now = now();
        DecisionRequest request = sent.readAsOf(now);
        long start = System.nanoTime();
        ProgrammeRelease release = decider.resolve(request, now);
        Alternatives alternatives = Alternatives.to(CheckedQuestion.of(request, release, request.instant(now)));
        log.searched(request, release.id(), alternatives, System.nanoTime() - start);
        return given(AlternativesAnswer.of(alternatives, writer(release, language)), release, request, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static AnswerWriter writer(ProgrammeRelease release, Language language) {
        return new AnswerWriter(new AnswerWords(release, language));
    }

    private static <T> TimedAnswer<T> given(T body, ProgrammeRelease release, DecisionRequest request, Instant now) {
        var at = request.instant(now).atZone(release.programme().zone());
        return new TimedAnswer<>(body, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
    }
}
