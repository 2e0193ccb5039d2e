package io.quanyi.decision;

import io.quanyi.catalogue.KnownIds;
import io.quanyi.decision.answer.MemberName;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an answer from the findings about one question, or finds the absent facts on which the answer depends. */
final class QuestionEvaluation {

    private static final String SEVERITY = "/question/severity";

    /** The members of a request that are ids and may be asked for. */
    private static final Map<String, Domain> DOMAINS = Map.of(
            SEVERITY,
            Domain.SEVERITY,
            "/subscription/product",
            Domain.PRODUCT,
            "/subscription/deployment",
            Domain.DEPLOYMENT,
            "/subscription/projectPhase",
            Domain.PHASE);

    private final ResolvedRequest question;
    private final UsageTotals usage;
    private final List<Finding> definite = new ArrayList<>();
    private final List<Finding> presumed = new ArrayList<>();
    private final List<Finding> unknown = new ArrayList<>();
    private @Nullable TentativeDecisions searched;
    private @Nullable TentativeDecisions answered;

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
        } else {
            Finding named = new Finding(finding.rule(), finding.outcome(), finding.distance(), named(absent));
            (absent.meaning() == Meaning.UNKNOWN ? unknown : presumed).add(named);
        }
    }

    /** The fact with the pointer of the member that is absent, for a fact that is made of several members. */
    private AbsentFact named(AbsentFact absent) {
        String member = switch (absent.pointer()) {
            case "/subscription/serviceEnd" -> ofPeriod();
            case "/subscription/firstPurchase" -> ofFirstPurchase();
            default -> absent.pointer();
        };
        return new AbsentFact(member, absent.meaning(), absent.condition());
    }

    /** The end of the service period or, if the end is known, its start. */
    private String ofPeriod() {
        boolean ends = question.request().subscription().serviceEnd() != null;
        return ends ? "/subscription/serviceStart" : "/subscription/serviceEnd";
    }

    /** The first purchase, the end of its term or, if that term has not begun, the start of the current one. */
    private String ofFirstPurchase() {
        FirstPurchase first = question.request().subscription().firstPurchase();
        if (first == null) {
            return "/subscription/firstPurchase";
        }
        return question.day().isBefore(first.serviceStart())
                ? "/subscription/serviceStart"
                : "/subscription/firstPurchase/serviceEnd";
    }

    /**
     * The answer.
     *
     * @throws RequestRefused if the answer depends on absent facts
     */
    TentativeDecision answer(SearchBudget budget) {
        Set<String> dependsOn = unknown.isEmpty() ? Set.of() : search(budget).pointers();
        refuse(dependsOn);
        answered = new TentativeDecisions(question, usage, presumed, true);
        TentativeDecision decision = answered.of(definite);
        refuse(decision.missing());
        return decision;
    }

    /** The findings that rest on no absent fact. */
    List<Finding> definite() {
        return definite;
    }

    private void refuse(Set<String> missing) {
        if (!missing.isEmpty()) {
            throw new RequestRefused(
                    Stage.MISSING, missing.stream().map(this::missing).toList());
        }
    }

    /** The fault of a fact that is absent, with the ids that it may have; a severity may be there and mean nothing in the programme. */
    private Fault missing(String pointer) {
        Domain domain = DOMAINS.get(pointer);
        ProgrammeRelease release = question.release();
        List<String> known = domain == null
                ? KnownIds.ofMeasure(release.catalogue(), pointer)
                : KnownIds.of(release.catalogue(), domain);
        String severity = question.request().question().severity();
        Fault fault = severity != null && pointer.equals(SEVERITY)
                ? Fault.at(
                        pointer,
                        "id-not-used",
                        severity,
                        MemberName.argument(pointer),
                        release.programme().id())
                : Fault.at(pointer, "missing-fact", MemberName.argument(release.catalogue(), pointer));
        return fault.knowing(known);
    }

    /** The search for the absent facts on which the decision depends. */
    AbsentFactSearch search(SearchBudget budget) {
        Map<Presumption, Finding> different = new LinkedHashMap<>();
        presumed.forEach(finding -> different.put(new Presumption(CoreEffect.of(finding), finding.absent()), finding));
        searched = new TentativeDecisions(question, usage, List.copyOf(different.values()), false);
        return new AbsentFactSearch(searched, definite, unknown, budget);
    }

    /** Whether the question was held against a limit for the answer, or in the search for the missing facts. */
    boolean isHeldAgainstLimits() {
        return (searched != null && searched.isHeldAgainstLimits())
                || (answered != null && answered.isHeldAgainstLimits());
    }

    /** The part of a presumed finding on which the core may depend. */
    private record Presumption(CoreEffect effect, @Nullable AbsentFact absent) {}

    /** The limits of a positive answer with the amounts held against them; none if the answer is negative before limits. */
    List<HeldAmount> heldAmounts() {
        LimitCheck limits = new TentativeDecisions(question, usage, presumed, false)
                .of(definite)
                .limits();
        return limits == null ? List.of() : limits.heldAmounts();
    }
}
