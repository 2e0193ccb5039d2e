package io.quanyi.decision;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.ChargeLine;
import io.quanyi.decision.answer.Decision.ConditionLine;
import io.quanyi.decision.answer.Decision.DependentTerm;
import io.quanyi.decision.answer.Decision.EachState;
import io.quanyi.decision.answer.Decision.LeadTimeState;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.QuotaState;
import io.quanyi.decision.answer.Decision.ReadingRef;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.answer.Decision.Route;
import io.quanyi.decision.answer.Decision.Share;
import io.quanyi.decision.answer.Decision.WindowState;
import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.answer.TermForm;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.combination.RuleReason;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Condition;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Hours;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.facts.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a decision from a combination of findings: its reasons, its terms, and the rules and clauses on which they rest. */
final class DecisionBuilder {

    private final ResolvedRequest question;
    private final ProgrammeRelease release;
    private final Combination combined;
    private final List<Finding> conditional;
    private final List<Finding> dependent;
    private final @Nullable QuotaCount quota;
    private final DecisionBasis provenance;
    private final ServiceTimes timing;

    /**
     * Takes a combination.
     *
     * @param conditional findings whose condition was presumed to be met, or not to be met, because a fact is absent
     * @param dependent terms of which the request does not say whether they apply
     * @param quota the count of the quota; null without a quota
     * @param timed whether the decision gets instants, which its core does not need
     */
    DecisionBuilder(
            ResolvedRequest question,
            Combination combined,
            List<Finding> conditional,
            List<Finding> dependent,
            @Nullable QuotaCount quota,
            boolean timed) {
        this.question = question;
        this.release = question.release();
        this.combined = combined;
        this.conditional = conditional;
        this.dependent = dependent;
        this.quota = quota;
        this.provenance = new DecisionBasis(release);
        this.timing = new ServiceTimes(question, combined, provenance, timed);
    }

    /** The answer about a service of a sibling programme. */
    static TentativeDecision notInProgramme(ResolvedRequest question) {
        RuleReason reason = new RuleReason(ReasonCode.NOT_IN_PROGRAMME, null);
        Combination none = Combination.of(List.of(), List.of(reason));
        return new TentativeDecision(
                new DecisionBuilder(question, none, List.of(), List.of(), null, true).decision(), none, null);
    }

    /** Builds the parts first; warnings and readings are collected meanwhile. */
    Decision decision() {
        Result result = combined.result();
        List<Reason> reasons = combined.reasons().stream().map(this::reason).toList();
        WindowState window = includes(Hours.class) ? timing.window() : null;
        Promise response = includes(Response.class) ? timing.response() : null;
        Promise resolution = includes(Resolution.class) ? timing.resolution() : null;
        QuotaState quotaState = includes(Quota.class) ? quotaState() : null;
        LeadTimeState leadTime = includes(LeadTime.class) ? leadTime() : null;
        List<ChargeLine> charges = includes(Charge.class) ? charges() : List.of();
        List<ConditionLine> conditions = includes(Condition.class) ? conditions() : List.of();
        Route route = includes(Channel.class)
                ? new RouteBuilder(release, combined, timing, provenance).route(window)
                : RouteBuilder.NONE;
        return new Decision(
                result,
                result == Result.UNDETERMINED ? null : Boolean.valueOf(result == Result.ENTITLED),
                question.service(),
                question.plan(),
                result == Result.ENTITLED ? grantedByPlan() : null,
                release.programme().authority(),
                reasons,
                window,
                response,
                resolution,
                quotaState,
                leadTime,
                charges,
                conditions,
                dependentTerms(),
                new DecisionWarnings(question, combined, timing).of(response, resolution),
                List.of(),
                provenance.readings().stream().map(ReadingRef::new).toList(),
                route,
                provenance.values(),
                release.id());
    }

    private Reason reason(RuleReason reason) {
        RuleInfo rule = reason.rule();
        return new Reason(reason.code().code(), provenance.rule(rule), provenance.clause(rule), provenance.quote(rule));
    }

    private @Nullable String grantedByPlan() {
        Integer distance = combined.grantDistance();
        if (distance == null || distance == Finding.CONTRACT || distance == Finding.PROGRAMME) {
            return null;
        }
        combined.containing(distance).forEach(rule -> provenance.value("/grantedByPlan", rule));
        return release.policy().containedPlan(question.plan(), distance);
    }

    private boolean includes(Class<? extends Term> type) {
        return combined.includes(type);
    }

    private @Nullable LeadTimeState leadTime() {
        Stated<LeadTime> stated = combined.nearest(LeadTime.class);
        return stated == null
                ? null
                : new LeadTimeState(
                        stated.term().days(),
                        question.day().plusDays(stated.term().days()),
                        provenance.rule(stated.rule()),
                        provenance.clause(stated.rule()),
                        provenance.quote(stated.rule()));
    }

    /** The limit of users in a group; null if there is none. */
    private @Nullable QuotaState groupState() {
        Stated<GroupLimit> stated = combined.nearest(GroupLimit.class);
        if (stated == null) {
            return null;
        }
        Integer members = question.request().subscription().imGroupMembers();
        int used = members == null ? 0 : members;
        int limit = stated.term().users();
        return new QuotaState(
                BigDecimal.valueOf(limit),
                "user",
                "concurrent",
                BigDecimal.valueOf(used),
                BigDecimal.valueOf(Math.max(0, limit - used)),
                null,
                null,
                null,
                provenance.rule(stated.rule()),
                provenance.clause(stated.rule()),
                provenance.quote(stated.rule()));
    }

    private @Nullable QuotaState quotaState() {
        if (quota == null) {
            return groupState();
        }
        Stated<EachLimit> each = combined.nearest(EachLimit.class);
        return new QuotaState(
                plain(quota.quota().limit()),
                quota.quota().unit(),
                quota.quota().per(),
                plain(quota.used()),
                plain(quota.remaining()),
                quota.from(),
                quota.to(),
                each == null ? null : each(each),
                provenance.rule(quota.rule()),
                provenance.clause(quota.rule()),
                provenance.quote(quota.rule()));
    }

    private EachState each(Stated<EachLimit> stated) {
        provenance.value("/quota/each", stated.rule());
        return new EachState(plain(stated.term().limit()), stated.term().unit());
    }

    private List<ChargeLine> charges() {
        List<ChargeLine> lines = new ArrayList<>();
        for (Stated<Charge> stated : combined.all(Charge.class)) {
            Charge charge = stated.term();
            BigDecimal to = charge.to();
            lines.add(new ChargeLine(
                    plain(charge.from()),
                    to == null ? null : plain(to),
                    charge.currency(),
                    null,
                    charge.per(),
                    charge.approximate(),
                    provenance.rule(stated.rule()),
                    provenance.clause(stated.rule()),
                    provenance.quote(stated.rule())));
        }
        for (Stated<ChargeShare> stated : combined.all(ChargeShare.class)) {
            ChargeShare share = stated.term();
            lines.add(new ChargeLine(
                    null,
                    null,
                    null,
                    new Share(plain(share.from()), plain(share.to()), share.of()),
                    share.per(),
                    share.approximate(),
                    provenance.rule(stated.rule()),
                    provenance.clause(stated.rule()),
                    provenance.quote(stated.rule())));
        }
        return lines;
    }

    /** The conditions that must be met, each once by code and pointer. */
    private List<ConditionLine> conditions() {
        Map<String, ConditionLine> lines = new TreeMap<>();
        for (Stated<Condition> stated : combined.all(Condition.class)) {
            condition(lines, stated.term().code(), null, stated.rule());
        }
        List<Finding> sorted = new ArrayList<>(conditional);
        sorted.sort(Comparator.comparing(
                finding -> Objects.requireNonNull(finding.rule()).id()));
        for (Finding finding : sorted) {
            AbsentFact absent = Objects.requireNonNull(finding.absent());
            String code = absent.meaning() == Meaning.ASSUMED ? absent.condition() : "scope-limited";
            condition(lines, code, absent.pointer(), finding.rule());
        }
        return List.copyOf(lines.values());
    }

    private void condition(
            Map<String, ConditionLine> lines, String code, @Nullable String pointer, @Nullable RuleInfo rule) {
        boolean scope = code.equals("scope-limited");
        String key = code + " " + pointer + (scope && rule != null ? " " + rule.id() : "");
        if (!lines.containsKey(key)) {
            lines.put(
                    key,
                    new ConditionLine(
                            code, pointer, provenance.rule(rule), provenance.clause(rule), provenance.quote(rule)));
        }
    }

    /** The terms that depend on absent members, by part, member and rule. */
    private List<DependentTerm> dependentTerms() {
        return dependent.stream()
                .map(this::dependentTerm)
                .distinct()
                .sorted(Comparator.comparing(DependentTerm::part)
                        .thenComparing(DependentTerm::pointer)
                        .thenComparing(term -> String.valueOf(term.rule()))
                        .thenComparing(term -> TermForm.content(term.term()).toString()))
                .toList();
    }

    private DependentTerm dependentTerm(Finding finding) {
        AbsentFact absent = Objects.requireNonNull(finding.absent());
        Term term = (Term) finding.outcome();
        RuleInfo rule = finding.rule();
        return new DependentTerm(
                TermForm.place(term),
                absent.pointer(),
                absent.meaning() == Meaning.ASSUMED,
                term,
                provenance.rule(rule),
                provenance.clause(rule),
                provenance.quote(rule));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
