package io.quanyi.checks;

import io.quanyi.checks.remark.OpenRemarks;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.WindowState;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.impact.ServiceSurvey;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.servicetime.Target;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remarks on two target times of one answer of which the response is due after the resolution. Only what rules state counts, not what a
 * contract agrees. Answers are looked at only where rules state two times of which the one can be due after the other.
 */
public final class TargetTimeOrder {

    /** The code of the remark. */
    static final String CODE = "response-after-resolution";

    private final ProgrammeRelease release;
    private final DueTimes times;
    private final Map<Pair, DecisionRequest> found = new LinkedHashMap<>();

    TargetTimeOrder(ProgrammeRelease release) {
        this.release = release;
        this.times = new DueTimes(release);
    }

    /**
     * A target time with the rule that states it.
     *
     * @param window the window in which it is counted; null if it is counted without one
     */
    private record Stated(
            String rule, Target target, @Nullable String window) {

        static Optional<Stated> of(@Nullable Promise promise) {
            String rule = promise == null ? null : promise.rule();
            return promise == null || rule == null
                    ? Optional.empty()
                    : Optional.of(new Stated(
                            rule,
                            Target.of(
                                    promise.target().amount(), promise.target().unit()),
                            promise.window()));
        }

        /** As the file of clauses has it, in one language for all readers. */
        String words() {
            String length = target.amount().toPlainString() + " " + target.unit();
            return window == null ? length : length + " " + window;
        }

        TranslatedText promised(String what) {
            return translated(language -> Texts.of(
                    language,
                    what + "." + target.unit(),
                    List.of(target.amount().toPlainString())));
        }
    }

    private record Pair(Stated response, Stated resolution) {}

    /**
     * The remarks on a release that its author has not judged; those of a service with too many answers are left out: the complete
     * check names it.
     *
     * @param at the instant of the requests; it does not change the result
     */
    public static List<Fault> open(ProgrammeRelease release, Instant at, Cancellation cancellation) {
        TargetTimeOrder order = new TargetTimeOrder(release);
        WorkBudget budget = WorkBudget.ofVerdict(cancellation);
        for (String service : release.catalogue().services().keySet()) {
            if (order.isInDoubt(service)) {
                order.surveyWithin(service, at, budget);
            }
        }
        Faults remarks = new Faults();
        order.addTo(remarks);
        return OpenRemarks.of(
                release.clauses(), remarks.sorted(), judged -> judged.remark().equals(CODE), new Faults());
    }

    /** Whether rules about a service that one request may meet state a response that can be due after a resolution. */
    boolean isInDoubt(String service) {
        List<RuleOutline> rules = release.policy().outlines(service);
        return rules.stream()
                .filter(rule -> rule.states(Response.class))
                .anyMatch(rule -> rules.stream()
                        .filter(other -> other.states(Resolution.class) && !rule.excludes(other))
                        .anyMatch(other -> canBeLate(rule, other)));
    }

    private boolean canBeLate(RuleOutline rule, RuleOutline other) {
        return outcomes(rule, Response.class)
                .anyMatch(response -> outcomes(other, Resolution.class)
                        .anyMatch(resolution -> canBeLate(response.outcome(), resolution.outcome())));
    }

    private static Stream<Statement> outcomes(RuleOutline rule, Class<? extends Outcome> type) {
        return rule.statements().stream().filter(one -> one.type() == type);
    }

    private boolean canBeLate(@Nullable Outcome response, @Nullable Outcome resolution) {
        return !(response instanceof Response one)
                || !(resolution instanceof Resolution other)
                || times.lateAt(one.target(), one.window(), other.target(), other.window())
                        .isPresent();
    }

    private void surveyWithin(String service, Instant at, WorkBudget budget) {
        try {
            survey(ServiceSurvey.of(release, service, at, budget));
        } catch (TooManyCombinations e) {
            // The complete check names the service
        }
    }

    /** Looks at every answer about a service. */
    void survey(ServiceSurvey survey) {
        survey.firstOfEach(this::late).forEach(found::putIfAbsent);
    }

    /** The two times of a decision, if the response is due later. A contract that agrees the hours changes both. */
    private Optional<Pair> late(Decision decision) {
        WindowState window = decision.window();
        return window != null && window.rule() == null
                ? Optional.empty()
                : Stated.of(decision.response())
                        .flatMap(response -> Stated.of(decision.resolution())
                                .map(resolution -> new Pair(response, resolution))
                                .filter(pair -> lateAt(pair).isPresent()));
    }

    private Optional<Instant> lateAt(Pair pair) {
        return times.lateAt(
                pair.response().target(),
                pair.response().window(),
                pair.resolution().target(),
                pair.resolution().window());
    }

    /** Adds a remark for each pair of rules. */
    void addTo(Faults remarks) {
        found.forEach((pair, example) -> remarks.add(remark(pair, example)));
    }

    private Fault remark(Pair pair, DecisionRequest example) {
        Stated response = pair.response();
        Stated resolution = pair.resolution();
        return Fault.at(
                rule(response.rule()).position(),
                CODE,
                response.rule(),
                response.promised("response"),
                resolution.rule(),
                resolution.promised("resolution"),
                example(example, lateAt(pair).orElseThrow()),
                Fault.list(List.of(response.words(), resolution.rule(), resolution.words())));
    }

    /** The request in words, with the instant at which the response is due later. */
    private TranslatedText example(DecisionRequest request, Instant at) {
        TranslatedText facts = RequestSummary.of(request);
        return translated(language -> Punctuation.of(language)
                .list(Stream.of(facts.in(language), times.asked(at, language))
                        .filter(part -> !part.isEmpty())
                        .toList()));
    }

    private static TranslatedText translated(Function<Language, String> words) {
        return new TranslatedText(
                words.apply(Language.CHINESE), Map.of(Language.ENGLISH, words.apply(Language.ENGLISH)));
    }

    private RuleInfo rule(String id) {
        return release.policy().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
