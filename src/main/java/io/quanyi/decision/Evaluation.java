package io.quanyi.decision;

import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the rules about one question and makes an answer of what they say, or learns which facts it cannot do without. */
final class Evaluation {

    private final ResolvedRequest question;
    private final UsageTotals usage;
    private final List<Finding> definite = new ArrayList<>();
    private final List<Finding> presumed = new ArrayList<>();
    private final List<Finding> unknown = new ArrayList<>();

    /** @param findings the findings of the rules and of the contract */
    Evaluation(ResolvedRequest question, List<Finding> findings) {
        this.question = question;
        this.usage = new UsageTotals(question);
        findings.forEach(this::sort);
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
    AnswerDraft answer(DraftBudget budget) {
        Set<String> dependsOn = unknown.isEmpty() ? Set.of() : search(budget).pointers();
        refuse(dependsOn);
        AnswerDraft draft = new AnswerDrafts(question, usage, presumed, true).of(definite);
        refuse(draft.missing());
        return draft;
    }

    /** The findings that rest on no absent fact. */
    List<Finding> definite() {
        return definite;
    }

    private static void refuse(Set<String> missing) {
        if (!missing.isEmpty()) {
            throw new RequestRefused(
                    Stage.MISSING,
                    missing.stream()
                            .map(pointer -> Fault.at(pointer, "missing-fact", MemberName.argument(pointer)))
                            .toList());
        }
    }

    /** The search for the facts that the decision depends on. */
    AbsentFactSearch search(DraftBudget budget) {
        Map<Presumption, Finding> different = new LinkedHashMap<>();
        presumed.forEach(finding -> different.put(new Presumption(CoreEffect.of(finding), finding.absent()), finding));
        AnswerDrafts drafts = new AnswerDrafts(question, usage, List.copyOf(different.values()), false);
        return new AbsentFactSearch(drafts, definite, unknown, budget);
    }

    /** What the core may depend on of a finding that rests on a presumed fact. */
    private record Presumption(CoreEffect effect, @Nullable AbsentFact absent) {}

    /** How near the question comes to the limits that come with a yes; none where there would be none anyway. */
    List<LimitMeasure> measures() {
        Limits limits =
                new AnswerDrafts(question, usage, presumed, false).of(definite).limits();
        return limits == null ? List.of() : limits.measures();
    }
}
