package io.quanyi.checks;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.Decider;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.GroundCode;
import io.quanyi.decision.GroundCode.Kind;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.Result;
import io.quanyi.decision.RuleInfo;
import io.quanyi.decision.RuleOutline;
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
 * Looks at every answer that a release can give. A plan that lacks what a plan it contains has is a fault, unless the rule that takes
 * it away says why. What may be meant so, and may be a slip, is a remark: a service or a plan about which nothing is decided, and a
 * service that is given without a time to answer though a rule states one for others.
 */
public final class Soundness {

    private final ProgrammeRelease release;
    private final Instant at;
    private final Faults faults;
    private final Faults remarks = new Faults();
    private final Faults notCompared = new Faults();
    private final WorkBudget budget;
    private final List<String> plans;
    private final Set<String> forAll;
    private final Set<String> decided = new HashSet<>();

    private Soundness(ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults) {
        this.release = release;
        this.at = at;
        this.faults = faults;
        this.budget = WorkBudget.ofVerdict(cancellation);
        this.forAll = forAll(release);
        this.plans =
                release.catalogue().plans().stream().map(Catalogue.Plan::id).toList();
    }

    /**
     * What is no fault.
     *
     * @param remarks what may be meant so, and may be a slip
     * @param notCompared the services whose answers are more than are looked at: nobody has said that these are sound
     */
    public record Found(List<Fault> remarks, List<Fault> notCompared) {}

    /**
     * Looks, and adds the faults. How much is looked at does not depend on the machine.
     *
     * @param at the instant asked about; which one makes no difference
     */
    public static Found check(ProgrammeRelease release, Instant at, Cancellation cancellation, Faults faults) {
        Soundness soundness = new Soundness(release, at, cancellation, faults);
        release.catalogue().services().keySet().forEach(soundness::service);
        soundness.plans.stream()
                .filter(plan -> !soundness.decided.contains(plan))
                .forEach(plan -> soundness.remarks.add(Fault.at(soundness.catalogue(), "plan-undecided", plan)));
        return new Found(soundness.remarks.sorted(), soundness.notCompared.sorted());
    }

    private void service(String service) {
        try {
            ServiceSurvey survey = ServiceSurvey.of(release, service, at, budget);
            List<String> something = plans.stream()
                    .filter(plan -> survey.any(plan, this::isSomething))
                    .toList();
            decided.addAll(something);
            if (something.isEmpty()) {
                remarks.add(Fault.at(catalogue(), "service-undecided", service));
            }
            plans.forEach(plan -> losses(service, plan, survey));
            target(service, survey);
        } catch (TooManyCombinations e) {
            notCompared.add(e.fault("answers-not-compared", catalogue()));
            // What cannot be looked at may well be decided
            decided.addAll(plans);
        }
    }

    /** A rule says so that is not one for all services, such as that of the service period. */
    private boolean isSomething(Decision decision) {
        return decision.reasons().stream()
                .map(Decision.Reason::rule)
                .filter(Objects::nonNull)
                .anyMatch(rule -> !forAll.contains(rule));
    }

    /** The rules that are asked of every service; where there is but one, none is told from its own. */
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
                Position place =
                        rules.isEmpty() ? catalogue() : rule(rules.get(0)).position();
                faults.add(Fault.at(place, "plan-loses", plan, service, below, Example.of(example), Fault.list(rules)));
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
        return Decider.decideBare(example, release, at).reasons().stream()
                .map(Decision.Reason::rule)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What a contract alone gives has no time of the document's. */
    private void target(String service, ServiceSurvey survey) {
        Optional<RuleOutline> states = release.policy().outlines(service).stream()
                .filter(rule -> rule.says() == Response.class)
                .findFirst();
        if (states.isPresent()) {
            DecisionRequest example = survey.first(decision -> decision.outcome() == Result.ENTITLED
                    && decision.response() == null
                    && decision.reasons().stream()
                            .noneMatch(reason -> GroundCode.kind(reason.code()) == Kind.CONTRACT_GRANT));
            RuleInfo rule = states.get().rule();
            if (example != null) {
                remarks.add(Fault.at(rule.position(), "target-missing", service, rule.id(), Example.of(example)));
            }
        }
    }

    private RuleInfo rule(String id) {
        return release.policy().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Position catalogue() {
        return Position.of(
                release.programme().id() + "/catalogue/" + release.catalogue().version() + ".yaml");
    }
}
