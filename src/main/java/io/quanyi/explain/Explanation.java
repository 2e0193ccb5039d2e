package io.quanyi.explain;

import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.Finding;
import io.quanyi.decision.NearMiss;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RequestRefused.Stage;
import io.quanyi.explain.ExplanationReport.AnswerLine;
import io.quanyi.explain.ExplanationReport.AskedLine;
import io.quanyi.explain.ExplanationReport.CodeLine;
import io.quanyi.explain.ExplanationReport.Named;
import io.quanyi.explain.ExplanationReport.ReasonLine;
import io.quanyi.explain.Weighing.Weight;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains one request: by the same decision that would be answered, and by what the rules said on the way to it. */
public final class Explanation {

    private final DecisionRequest request;
    private final ProgrammeRelease release;
    private final Instant at;
    private final Wording wording;
    private final String plan;

    private Explanation(DecisionRequest request, ProgrammeRelease release, Instant at, Language language) {
        this.request = request;
        this.release = release;
        this.at = at;
        this.wording = new Wording(release, language);
        this.plan = request.subscription().plan();
    }

    /**
     * Explains a request, also one that is refused.
     *
     * @param release what decides, whatever the request pins
     * @param now the instant asked about, where the question names none
     * @throws io.quanyi.decision.RuleFault if a rule fails
     */
    public static ExplanationReport of(
            DecisionRequest request, ProgrammeRelease release, Instant now, Language language) {
        return new Explanation(request, release, Decider.instant(request, now), language).report();
    }

    private ExplanationReport report() {
        try {
            return report(new Decider((asked, when) -> release).decide(request, at), null);
        } catch (RequestRefused e) {
            return e.stage() == Stage.MISSING ? report(null, e) : refused(e);
        }
    }

    /** What did not come so far as to be put to the rules. */
    private ExplanationReport refused(RequestRefused refused) {
        return new ExplanationReport(
                asked(),
                null,
                new Refusals(wording).of(refused),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private ExplanationReport report(@Nullable Decision decision, @Nullable RequestRefused refused) {
        QuestionFacts facts = Decider.facts(request, release, at);
        List<Finding> findings = Stream.concat(
                        Decider.findings(request, release, at).stream(), Decider.agreed(request, release, at).stream())
                .toList();
        List<Finding> waiting =
                findings.stream().filter(finding -> finding.absent() != null).toList();
        List<Weight> weights = new Weighing(
                        findings.stream()
                                .filter(finding -> finding.absent() == null)
                                .toList(),
                        decision)
                .all();
        Rules rules = new Rules(wording, request.subscription());
        Set<String> missing = missing(refused);
        return new ExplanationReport(
                asked(),
                decision == null ? null : answer(decision),
                refused == null ? null : new Refusals(wording).of(refused),
                new Facts(wording, new Derivations(wording, request, start().toLocalDate())).of(facts),
                weights.stream().map(weight -> rules.spoken(weight, decision)).toList(),
                waiting.stream().map(finding -> rules.waiting(finding, missing)).toList(),
                rules.near(nearly(facts), waiting),
                decision == null ? List.of() : new Bases(wording, plan).of(decision, weights),
                decision == null ? List.of() : new Clocks(wording, start()).of(decision),
                decision == null ? null : new Quotas(wording, request).of(decision));
    }

    /** A service of a sibling programme has no rules here. */
    private List<NearMiss> nearly(QuestionFacts facts) {
        boolean here =
                release.catalogue().services().containsKey(request.question().service());
        return here ? release.policy().nearly(facts) : List.of();
    }

    private static Set<String> missing(@Nullable RequestRefused refused) {
        return refused == null
                ? Set.of()
                : refused.faults().stream().map(Fault::pointer).collect(Collectors.toSet());
    }

    private OffsetDateTime start() {
        return at.atZone(release.programme().zone()).toOffsetDateTime();
    }

    private AskedLine asked() {
        Named programme =
                new Named(release.programme().id(), release.programme().names().in(wording.language()));
        Named service = wording.named(Domain.SERVICE, request.question().service());
        Named bought = wording.named(Domain.PLAN, plan);
        String zone = release.programme().zone().getId();
        String when = new Times(wording).instant(start());
        return new AskedLine(
                wording.text("asked", service.name(), bought.name(), programme.name(), when, zone),
                programme,
                service,
                bought,
                start(),
                zone,
                release.id());
    }

    private AnswerLine answer(Decision decision) {
        Citations citations = new Citations(wording);
        String granting = decision.grantedByPlan();
        return new AnswerLine(
                decision.outcome(),
                wording.shared("outcome." + decision.outcome()),
                granting == null ? null : wording.named(Domain.PLAN, granting),
                decision.reasons().stream()
                        .map(reason -> new ReasonLine(
                                reason.code(), wording.words().ground(reason.code()), citations.ofId(reason.rule())))
                        .toList(),
                decision.warnings().stream()
                        .map(warning ->
                                new CodeLine(warning.code(), wording.words().warning(warning)))
                        .toList(),
                decision.suggestions().stream()
                        .map(suggestion ->
                                new CodeLine(suggestion.code(), wording.words().suggestion(suggestion)))
                        .toList());
    }
}
