package io.quanyi.checks;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.checks.remark.OpenRemarks;
import io.quanyi.checks.remark.QuotedNumbers;
import io.quanyi.checks.remark.QuotedUnits;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Period;
import io.quanyi.facts.Response;
import io.quanyi.impact.ServiceSurvey;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks every answer that a release can give. It is a fault if a plan lacks a service that a contained plan includes, unless the rule
 * that takes the service away gives a reason. It is a remark, because it may be intended, if no rule decides about a service or a plan, if no
 * rule names a group of services, if a number in the quote of a clause is in none of its rules, if these state another unit, if no rule looks at the service period, if a service has no response time in some
 * cases although it has one in others, or if an answer has a response that is due after its resolution. Remarks that the author has judged to be as meant are left out.
 *
 * <p>Answers to customers with own terms of the contract are checked only where rules ask about terms. Others could show that a plan loses a service
 * where the document alone does not, such as uses beyond a quota; as that is a fault, looking for it would refuse published releases.
 */
public final class SoundnessCheck {

    private final ProgrammeRelease release;
    private final Instant at;
    private final Faults faults;
    private final Faults remarks = new Faults();
    private final Faults notCompared = new Faults();
    private final WorkBudget budget;
    private final List<String> plans;
    private final Set<String> forAll;
    private final TargetTimeOrder order;
    private final Set<String> decided = new HashSet<>();

    private SoundnessCheck(ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults) {
        this.release = release;
        this.at = at;
        this.faults = faults;
        this.budget = WorkBudget.ofVerdict(cancellation);
        this.forAll = forAll(release);
        this.order = new TargetTimeOrder(release);
        this.plans =
                release.catalogue().plans().stream().map(Catalogue.Plan::id).toList();
    }

    /**
     * The findings that are no faults.
     *
     * @param remarks hints at possible mistakes, without those that the author has judged
     * @param notCompared faults for the services that have too many answers to be checked
     */
    public record Remarks(List<Fault> remarks, List<Fault> notCompared) {}

    /**
     * Checks a release and adds the faults. The amount of work has a fixed bound, so that the result is the same on any machine.
     *
     * @param at the instant of the requests; it does not change the result
     */
    public static Remarks check(ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults) {
        SoundnessCheck soundness = new SoundnessCheck(release, at, cancellation, faults);
        release.catalogue().services().keySet().forEach(soundness::service);
        soundness.plans.stream()
                .filter(plan -> !soundness.decided.contains(plan))
                .forEach(plan ->
                        soundness.remarks.add(Fault.at(soundness.place(Domain.PLAN, plan), "plan-undecided", plan)));
        soundness.groups();
        soundness.period();
        soundness.order.addTo(soundness.remarks);
        QuotedNumbers.check(release, soundness.remarks);
        QuotedUnits.check(release, soundness.remarks);
        List<Fault> notCompared = soundness.notCompared.sorted();
        // For services that were not compared, it is unknown whether a judgement is about a remark
        Faults ofJudgements = notCompared.isEmpty() ? faults : new Faults();
        return new Remarks(
                OpenRemarks.of(
                        release.clauses(), soundness.remarks.sorted(), judged -> !judged.isOnIdlePart(), ofJudgements),
                notCompared);
    }

    /** Remarks on groups of services that no rule names. */
    private void groups() {
        Set<String> named = release.catalogue().services().keySet().stream()
                .flatMap(service -> release.policy().outlines(service).stream())
                .flatMap(rule -> rule.groups().stream())
                .collect(Collectors.toSet());
        release.catalogue().groups().keySet().stream()
                .filter(group -> !named.contains(group))
                .forEach(group -> remarks.add(Fault.at(place(Domain.SERVICE_GROUP, group), "group-unused", group)));
    }

    /** A remark if services never end: rules do not look at the service period, and the author does not say that the document names no period. */
    private void period() {
        boolean looked = release.catalogue().services().keySet().stream()
                .flatMap(service -> release.policy().outlines(service).stream())
                .flatMap(rule -> rule.looks().stream())
                .anyMatch(look -> look.fact() == Period.class);
        if (!looked && release.clauses().limitsPeriod()) {
            remarks.add(Fault.at(release.clauses().start(), "period-unread"));
        }
    }

    private void service(String service) {
        try {
            ServiceSurvey survey = ServiceSurvey.of(release, service, at, budget);
            List<String> something = plans.stream()
                    .filter(plan -> survey.any(plan, this::isSomething))
                    .toList();
            decided.addAll(something);
            if (something.isEmpty()) {
                remarks.add(Fault.at(place(Domain.SERVICE, service), "service-undecided", service));
            }
            plans.forEach(plan -> losses(service, plan, survey));
            target(service, survey);
            if (order.isInDoubt(service)) {
                order.survey(survey);
            }
        } catch (TooManyCombinations e) {
            notCompared.add(e.fault("answers-not-compared", place(Domain.SERVICE, service)));
            // A service that cannot be checked may decide about any plan
            decided.addAll(plans);
        }
    }

    /** Whether a rule decides that is not one for all services, such as the rule on the service period. */
    private boolean isSomething(Decision decision) {
        return decision.reasons().stream()
                .map(Decision.Reason::rule)
                .filter(Objects::nonNull)
                .anyMatch(rule -> !forAll.contains(rule));
    }

    /** The rules that apply to every service; empty if the catalogue has only one, because its own rules cannot be told apart. */
    private static Set<String> forAll(ProgrammeRelease release) {
        List<String> services = List.copyOf(release.catalogue().services().keySet());
        Set<String> forAll = new HashSet<>();
        if (services.size() > 1) {
            forAll.addAll(ids(release, services.get(0)));
            services.forEach(service -> forAll.retainAll(ids(release, service)));
        }
        return forAll;
    }

    private static Set<String> ids(ProgrammeRelease release, String service) {
        return release.policy().outlines(service).stream()
                .map(outline -> outline.rule().id())
                .collect(Collectors.toSet());
    }

    private void losses(String service, String plan, ServiceSurvey survey) {
        for (String below : contained(plan)) {
            DecisionRequest example = survey.lost(below, plan, this::isWaived);
            if (example != null) {
                List<String> rules = reasons(example);
                Position place = rules.isEmpty()
                        ? place(Domain.PLAN, plan)
                        : rule(rules.get(0)).position();
                faults.add(Fault.at(
                        place, "plan-loses", plan, service, below, RequestSummary.of(example), Fault.list(rules)));
            }
        }
    }

    private List<String> contained(String plan) {
        List<String> contained = new ArrayList<>();
        for (Optional<String> below = below(plan); below.isPresent(); below = below(below.get())) {
            contained.add(below.get());
        }
        return contained;
    }

    private Optional<String> below(String plan) {
        try {
            return Optional.of(release.policy().containedPlan(plan, 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isWaived(Decision decision) {
        return decision.reasons().stream()
                .map(Decision.Reason::rule)
                .filter(Objects::nonNull)
                .anyMatch(rule -> release.policy().waiver(rule).isPresent());
    }

    private List<String> reasons(DecisionRequest example) {
        return CheckedQuestion.of(example, release, at).decision().reasons().stream()
                .map(Decision.Reason::rule)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Adds a remark if the service has a response time in some cases only. Services granted by contract alone have none. */
    private void target(String service, ServiceSurvey survey) {
        Optional<RuleOutline> states = release.policy().outlines(service).stream()
                .filter(rule -> rule.states(Response.class))
                .findFirst();
        if (states.isPresent()) {
            DecisionRequest example = survey.first(decision -> decision.outcome() == Result.ENTITLED
                    && decision.response() == null
                    && decision.reasons().stream()
                            .noneMatch(reason -> reason.code().equals(ReasonCode.GRANTED_BY_CONTRACT.code())));
            RuleInfo rule = states.get().rule();
            if (example != null) {
                remarks.add(
                        Fault.at(rule.position(), "target-missing", service, rule.id(), RequestSummary.of(example)));
            }
        }
    }

    private RuleInfo rule(String id) {
        return release.policy().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Position place(Domain domain, String id) {
        return release.catalogue().places().of(domain, id);
    }
}
