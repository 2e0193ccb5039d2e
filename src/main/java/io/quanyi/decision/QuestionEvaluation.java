package io.quanyi.decision;

import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an answer from the findings about one question, or finds the absent facts on which the answer depends. */
final class QuestionEvaluation {

    private final ResolvedRequest question;
    private final UsageTotals usage;
    private final List<Finding> definite = new ArrayList<>();
    private final List<Finding> presumed = new ArrayList<>();
    private final List<Finding> unknown = new ArrayList<>();

    /** @param findings the findings of the rules and of the contract */
    QuestionEvaluation(ResolvedRequest question, List<Finding> findings) {
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

    /** The absent member of the request. A service period has two members; if its end is known, its start is absent. */
    private AbsentFact named(AbsentFact absent) {
        boolean ends = question.request().subscription().serviceEnd() != null;
        return ends && absent.pointer().equals("/subscription/serviceEnd")
                ? new AbsentFact("/subscription/serviceStart", absent.meaning(), absent.condition())
                : absent;
    }

    /**
     * The answer.
     *
     * @throws RequestRefused if the answer depends on absent facts
     */
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

    /** The search for the absent facts on which the decision depends. */
    AbsentFactSearch search(DraftBudget budget) {
        Map<Presumption, Finding> different = new LinkedHashMap<>();
        presumed.forEach(finding -> different.put(new Presumption(CoreEffect.of(finding), finding.absent()), finding));
        AnswerDrafts drafts = new AnswerDrafts(question, usage, List.copyOf(different.values()), false);
        return new AbsentFactSearch(drafts, definite, unknown, budget);
    }

    /** The part of a presumed finding on which the core may depend. */
    private record Presumption(CoreEffect effect, @Nullable AbsentFact absent) {}

    /** The limits of a positive answer with the amounts held against them; none if the answer is negative before limits. */
    List<LimitMeasure> measures() {
        LimitCheck limits =
                new AnswerDrafts(question, usage, presumed, false).of(definite).limits();
        return limits == null ? List.of() : limits.measures();
    }
}
