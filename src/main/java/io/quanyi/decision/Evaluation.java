package io.quanyi.decision;

import io.quanyi.decision.Finding.AbsentFact;
import io.quanyi.decision.RequestRefused.Stage;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Granted;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
        } else {
            (absent.meaning() == Meaning.UNKNOWN ? unknown : presumed).add(finding);
        }
    }

    /** @throws RequestRefused if the decision depends on facts that are not there */
    Decision decide() {
        Draft draft = draft(definite);
        Set<String> missing = new TreeSet<>(draft.missing());
        if (!unknown.isEmpty()) {
            missing.addAll(dependsOn(draft));
        }
        if (!missing.isEmpty()) {
            throw new RequestRefused(
                    Stage.MISSING,
                    missing.stream()
                            .map(pointer -> Fault.at(pointer, "missing-fact", pointer))
                            .toList());
        }
        return draft.decision();
    }

    /**
     * The absent facts that the core may depend on: those for which what a rule would say, if it matched, changes the core,
     * beside what is known or beside all else that matters.
     */
    private Set<String> dependsOn(Draft draft) {
        Set<String> pointers = new TreeSet<>();
        List<Finding> matter = new ArrayList<>(definite);
        List<Finding> rest = new ArrayList<>(unknown);
        boolean grown = true;
        while (grown && !rest.isEmpty()) {
            grown = false;
            String before = core(matter);
            for (Finding finding : List.copyOf(rest)) {
                boolean changes = !core(plus(definite, known(finding))).equals(Core.of(draft.decision()))
                        || !core(plus(matter, known(finding))).equals(before);
                if (changes) {
                    rest.remove(finding);
                    matter.add(known(finding));
                    AbsentFact absent = finding.absent();
                    pointers.add(absent == null ? "" : absent.pointer());
                    grown = true;
                    before = core(matter);
                }
            }
        }
        return pointers;
    }

    /** The core; two terms that would stand against each other are no core but a difference. */
    private String core(List<Finding> findings) {
        try {
            return Core.of(draft(findings).decision());
        } catch (ConflictingTerms e) {
            return "conflict";
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
    private record Draft(Decision decision, Set<String> missing) {}

    private Draft draft(List<Finding> known) {
        List<Finding> findings = new ArrayList<>(known);
        List<Finding> presumedGrants = presumedGrants(known);
        presumedGrants.forEach(finding -> findings.add(known(finding)));
        Combination combination = Combination.of(findings, List.of());
        Limits limits = combination.result() == Result.ENTITLED ? new Limits(question, combination) : null;
        Collection<Ground> grounds = limits == null ? List.of() : limits.grounds();
        Combination combined = grounds.isEmpty() ? combination : Combination.of(findings, grounds);
        List<Finding> conditional = new ArrayList<>(presumedGrants);
        conditional.addAll(presumedRefusals(findings, combined));
        QuotaCount quota = limits == null ? null : limits.quota();
        Decision decision = new Answers(question, combined, conditional, quota).decision();
        return new Draft(decision, limits == null ? Set.of() : limits.missing());
    }

    /** Grants whose condition is taken as met, where no grant is sure. */
    private List<Finding> presumedGrants(List<Finding> known) {
        boolean sure = known.stream().anyMatch(finding -> finding.outcome() instanceof Granted);
        return sure
                ? List.of()
                : presumed.stream()
                        .filter(finding -> finding.outcome() instanceof Granted)
                        .toList();
    }

    /** Refusals whose condition is taken as not met, where they would have mattered. */
    private List<Finding> presumedRefusals(List<Finding> findings, Combination combined) {
        return presumed.stream()
                .filter(finding -> finding.outcome() instanceof io.quanyi.facts.Verdict)
                .filter(finding -> !(finding.outcome() instanceof Granted))
                .filter(finding -> Combination.of(plus(findings, known(finding)), List.of())
                                .result()
                        != combined.result())
                .toList();
    }
}
