package io.quanyi.decision;

import io.quanyi.decision.Finding.AbsentFact;
import io.quanyi.decision.RequestRefused.Stage;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the rules about one question and makes an answer of what they say, or learns which facts it cannot do without. */
final class Evaluation {

    private final CheckedQuestion question;
    private final List<Finding> definite = new ArrayList<>();
    private final List<Finding> presumed = new ArrayList<>();
    private final List<Finding> unknown = new ArrayList<>();

    Evaluation(CheckedQuestion question) {
        this.question = question;
        question.release().policy().evaluate(Derivation.facts(question)).forEach(this::sort);
        AgreedTerms.findings(question).forEach(this::sort);
    }

    private void sort(Finding finding) {
        AbsentFact absent = finding.absent();
        if (absent == null) {
            definite.add(finding);
        } else if (absent.meaning() == Meaning.UNKNOWN) {
            unknown.add(finding);
        } else {
            presumed.add(new Finding(finding.rule(), finding.outcome(), finding.distance(), named(absent)));
        }
    }

    /** Where a service period begins and ends are two members: named is one that is not there. */
    private AbsentFact named(AbsentFact absent) {
        boolean ends = question.request().subscription().serviceEnd() != null;
        return ends && absent.pointer().equals("/subscription/serviceEnd")
                ? new AbsentFact("/subscription/serviceStart", absent.meaning(), absent.condition())
                : absent;
    }

    /** @throws RequestRefused if the decision depends on facts that are not there */
    Decision decide() {
        Draft draft = draft(definite);
        Set<String> missing = unknown.isEmpty() ? draft.missing() : dependsOn();
        if (!missing.isEmpty()) {
            throw new RequestRefused(
                    Stage.MISSING,
                    missing.stream()
                            .map(pointer -> Fault.at(pointer, "missing-fact", pointer))
                            .toList());
        }
        return draft.decision();
    }

    /** How near the question comes to the limits that come with a yes; none where there would be none anyway. */
    List<LimitMeasure> measures() {
        Limits limits = draft(definite).limits();
        return limits == null ? List.of() : limits.measures();
    }

    /**
     * The absent facts that the core may depend on: those for which what a rule would say, if it matched, changes the core, beside
     * what is known or beside what might bring it to light; and what the limits lack that then apply.
     */
    private Set<String> dependsOn() {
        Set<String> pointers = new TreeSet<>();
        for (List<Finding> known : backgrounds()) {
            Draft draft = draftOrConflict(known);
            if (draft != null) {
                pointers.addAll(draft.missing());
                String core = Core.of(draft.decision());
                unknown.stream()
                        .filter(finding -> !pointers.contains(pointer(finding)))
                        .filter(finding -> changes(plus(known, known(finding)), core))
                        .forEach(finding -> pointers.add(pointer(finding)));
            }
        }
        return pointers;
    }

    /**
     * What is known, alone and beside one or two findings that rest on absent facts and may turn a plain no into more. A term is not
     * seen beside a no, and the limit of a single use only beside a quota; no third finding is ever needed to see a fourth.
     */
    private List<List<Finding>> backgrounds() {
        List<List<Finding>> backgrounds = new ArrayList<>(List.of(definite));
        List<Finding> openers = unknown.stream()
                .filter(Evaluation::opens)
                .map(Evaluation::known)
                .toList();
        for (int i = 0; i < openers.size(); i++) {
            List<Finding> one = plus(definite, openers.get(i));
            backgrounds.add(one);
            openers.subList(i + 1, openers.size()).forEach(other -> backgrounds.add(plus(one, other)));
        }
        return backgrounds;
    }

    private static boolean opens(Finding finding) {
        Outcome outcome = finding.outcome();
        return outcome instanceof Quota || (outcome instanceof Verdict && !(outcome instanceof Denied));
    }

    private static String pointer(Finding finding) {
        return Objects.requireNonNull(finding.absent(), "of an unknown finding").pointer();
    }

    /** Two terms that would stand against each other are no core but a difference. */
    private boolean changes(List<Finding> findings, String core) {
        Draft draft = draftOrConflict(findings);
        return draft == null || !Core.of(draft.decision()).equals(core);
    }

    private @Nullable Draft draftOrConflict(List<Finding> findings) {
        try {
            return draft(findings);
        } catch (ConflictingTerms e) {
            return null;
        }
    }

    private static Finding known(Finding finding) {
        return new Finding(finding.rule(), finding.outcome(), finding.distance(), null);
    }

    private static List<Finding> plus(List<Finding> findings, Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return more;
    }

    /** An answer by these findings, and what a limit still lacks. */
    private record Draft(Decision decision, @Nullable Limits limits) {

        Set<String> missing() {
            return limits == null ? Set.of() : limits.missing();
        }
    }

    private Draft draft(List<Finding> known) {
        List<Finding> findings = new ArrayList<>(known);
        List<Finding> presumedGrants = presumedGrants(known);
        presumedGrants.forEach(finding -> findings.add(known(finding)));
        Combination combination = Combination.of(findings, List.of());
        Limits limits = combination.result() == Result.ENTITLED ? new Limits(question, combination) : null;
        Collection<Ground> grounds = limits == null ? List.of() : limits.grounds();
        Combination combined = grounds.isEmpty() ? combination : Combination.of(findings, grounds);
        List<Finding> conditional = new ArrayList<>(presumedGrants);
        if (!presumed.isEmpty()) {
            conditional.addAll(presumedRefusals(findings, combined));
            conditional.addAll(presumedTerms(findings));
        }
        QuotaCount quota = limits == null ? null : limits.quota();
        Decision decision = new Answers(question, combined, conditional, quota).decision();
        return new Draft(decision, limits);
    }

    /** Grants whose condition is taken as met, where no grant is sure. */
    private List<Finding> presumedGrants(List<Finding> known) {
        boolean sure = presumed.isEmpty() || known.stream().anyMatch(finding -> finding.outcome() instanceof Granted);
        return sure
                ? List.of()
                : presumed.stream()
                        .filter(finding -> finding.outcome() instanceof Granted)
                        .toList();
    }

    /** Terms that would be stated, and are not yet, if a fact were other than it is taken to be. */
    private List<Finding> presumedTerms(List<Finding> findings) {
        return presumed.stream()
                .filter(finding ->
                        findings.stream().noneMatch(known -> known.outcome().equals(finding.outcome())))
                .filter(finding -> finding.outcome() instanceof Term)
                .filter(finding -> finding.absent() != null && finding.absent().meaning() == Meaning.ASSUMED)
                .toList();
    }

    /** Refusals whose condition is taken as not met, where they would have mattered. */
    private List<Finding> presumedRefusals(List<Finding> findings, Combination combined) {
        return presumed.stream()
                .filter(finding -> finding.outcome() instanceof Verdict)
                .filter(finding -> !(finding.outcome() instanceof Granted))
                .filter(finding -> Combination.of(plus(findings, known(finding)), List.of())
                                .result()
                        != combined.result())
                .toList();
    }
}
