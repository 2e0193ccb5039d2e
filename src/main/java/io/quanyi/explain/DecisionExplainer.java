package io.quanyi.explain;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.combination.WeighedFinding;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.explain.ExplanationReport.AnswerLine;
import io.quanyi.explain.ExplanationReport.AskedLine;
import io.quanyi.explain.ExplanationReport.CodeLine;
import io.quanyi.explain.ExplanationReport.NamedId;
import io.quanyi.explain.ExplanationReport.ReasonLine;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the answer to one request, from the decision that would be answered and from the findings of the rules. */
final class DecisionExplainer {

    private final PlacedRequest placed;
    private final DecisionRequest request;
    private final ProgrammeRelease release;
    private final Instant at;
    private final ExplanationWords wording;
    private final String plan;

    private DecisionExplainer(PlacedRequest placed, ProgrammeRelease release, Instant at, Language language) {
        this.placed = placed;
        this.request = placed.request();
        this.release = release;
        this.at = at;
        this.wording = new ExplanationWords(release, language);
        this.plan = request.subscription().plan();
    }

    /**
     * Explains the answer to the request about one subscription, also if it is refused.
     *
     * @param placed the request, with the place of its subscription in the request of the caller, into which the pointers of the report lead
     * @param release the release that decides, even if the request names another
     * @param now the instant of the question if the question has none, and as of which its clocks are read if it does not say
     * @throws io.quanyi.decision.release.RuleFault if a rule fails
     */
    static ExplanationReport of(PlacedRequest placed, ProgrammeRelease release, Instant now, Language language) {
        DecisionRequest request = placed.request();
        var read = new PlacedRequest(request.readAsOf(now), placed.place());
        return new DecisionExplainer(read, release, request.instant(now), language).report();
    }

    private ExplanationReport report() {
        try {
            CheckedQuestion question = CheckedQuestion.of(request, release, at);
            try {
                return report(question, Decider.decide(question), null);
            } catch (RequestRefused e) {
                return e.stage() == Stage.MISSING ? report(question, null, e) : refused(e);
            }
        } catch (RequestRefused e) {
            return refused(e);
        }
    }

    /** The report of a request that is refused before rules are evaluated. */
    private ExplanationReport refused(RequestRefused refused) {
        return new ExplanationReport(
                asked(),
                null,
                new RefusalExplainer(wording, placed).of(refused),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private ExplanationReport report(
            CheckedQuestion question, @Nullable Decision decision, @Nullable RequestRefused refused) {
        List<WeighedFinding> weighed = question.weighedFindings();
        List<Finding> waiting = Stream.concat(question.findings().stream(), question.contractFindings().stream())
                .filter(finding -> finding.absent() != null)
                .toList();
        RuleExplainer rules = new RuleExplainer(wording, placed);
        Set<String> missing = missing(refused);
        return new ExplanationReport(
                asked(),
                decision == null ? null : answer(decision),
                refused == null ? null : new RefusalExplainer(wording, placed).of(refused),
                new FactExplainer(wording, placed, new FactDerivations(wording, request, start().toLocalDate()))
                        .of(question.facts()),
                weighed.stream().map(one -> rules.findings(one, decision)).toList(),
                waiting.stream().map(finding -> rules.waiting(finding, missing)).toList(),
                rules.near(question.nearMisses(), waiting),
                decision == null ? List.of() : new BasisExplainer(wording, plan).of(decision, weighed),
                decision == null
                        ? List.of()
                        : new ClockExplainer(
                                        wording, start(), request.question().runningCase())
                                .of(decision),
                decision == null ? null : new QuotaExplainer(wording, request).of(decision));
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
        NamedId programme = new NamedId(
                release.programme().id(), release.programme().names().in(wording.language()));
        NamedId service = wording.named(Domain.SERVICE, request.question().service());
        NamedId bought = wording.named(Domain.PLAN, plan);
        String zone = new DateTexts(wording.language()).zone(release.programme().zone());
        String when = new TimeWords(wording).instant(start());
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
        RuleCitations citations = new RuleCitations(wording);
        String granting = decision.grantedByPlan();
        return new AnswerLine(
                decision.outcome(),
                wording.shared("outcome." + decision.outcome()),
                granting == null ? null : wording.named(Domain.PLAN, granting),
                decision.reasons().stream()
                        .map(reason -> new ReasonLine(
                                reason.code(), wording.words().reason(reason.code()), citations.ofId(reason.rule())))
                        .toList(),
                decision.warnings().stream()
                        .map(warning ->
                                new CodeLine(warning.code(), wording.words().warning(warning)))
                        .toList(),
                decision.suggestions().stream()
                        .map(suggestion ->
                                new CodeLine(suggestion.code(), wording.words().suggestion(suggestion, decision)))
                        .toList());
    }
}
