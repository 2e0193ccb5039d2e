package io.quanyi.decision.request;

import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the terms of a contract: where it deviates from the document. */
public final class AgreedTerms {

    private AgreedTerms() {}

    /** All terms of the contract; none without a contract. */
    public static List<AgreedTerm> of(DecisionRequest request) {
        Contract contract = request.subscription().contract();
        return contract == null || contract.terms() == null ? List.of() : contract.terms();
    }

    /** The faults of all terms, each looked at by itself: members that it lacks, that its effect does not take, or that cannot be. */
    static List<Fault> malformed(DecisionRequest request) {
        List<Fault> faults = new ArrayList<>();
        List<AgreedTerm> terms = of(request);
        for (int i = 0; i < terms.size(); i++) {
            AgreedTermCheck.of(terms.get(i), pointer(i), faults);
        }
        return faults;
    }

    public static String pointer(int index) {
        return "/subscription/contract/terms/" + index;
    }

    /**
     * The terms that apply to a question, or may apply to it because its severity is absent. A term for all severities yields to one on
     * the same subject for the severity of the question; a grant and an exclusion have the same subject.
     */
    public static List<AgreedTerm> applying(ResolvedRequest question) {
        List<AgreedTerm> all = of(question.request());
        if (all.isEmpty()) {
            return List.of();
        }
        List<AgreedTerm> terms = all.stream()
                .filter(term -> term.service().equals(question.service()) && mayApply(term, question))
                .toList();
        Set<String> special = question.severity() == null ? Set.of() : specialSubjects(terms);
        return terms.stream()
                .filter(term -> term.severity() != null || addsUp(term) || !special.contains(subject(term)))
                .toList();
    }

    /** Whether it is open if a term applies, because the severity of the question is absent. */
    public static boolean dependsOnSeverity(AgreedTerm term, List<AgreedTerm> applying, ResolvedRequest question) {
        return question.severity() == null
                && (term.severity() != null
                        || applying.stream().anyMatch(other -> other.severity() != null && opposes(other, term)));
    }

    /**
     * The place of the first applying term with an effect.
     *
     * @return its JSON pointer; null if there is none
     */
    public static @Nullable String pointer(ResolvedRequest question, String effect) {
        List<AgreedTerm> applying = applying(question);
        List<AgreedTerm> all = of(question.request());
        return applying.stream()
                .filter(term -> term.effect().equals(effect))
                .findFirst()
                .map(term -> pointer(all.indexOf(term)))
                .orElse(null);
    }

    private static Set<String> specialSubjects(List<AgreedTerm> terms) {
        return terms.stream()
                .filter(term -> term.severity() != null)
                .map(AgreedTerms::subject)
                .collect(Collectors.toSet());
    }

    private static boolean opposes(AgreedTerm one, AgreedTerm other) {
        return subject(one).equals(subject(other)) && !one.effect().equals(other.effect());
    }

    /** The subject of a term. Two terms on one subject, service and severity contradict each other, unless they add up. */
    public static String subject(AgreedTerm term) {
        return term.effect().equals("exclude") ? "grant" : term.effect();
    }

    /** Whether a term is, or may be, about the severity of the request; a term for a severity that the programme does not use is not. */
    private static boolean mayApply(AgreedTerm term, ResolvedRequest question) {
        String severity = term.severity();
        return severity == null
                || (question.severity() == null
                        ? question.release().catalogue().severities().stream()
                                .anyMatch(used -> used.id().equals(severity))
                        : severity.equals(question.severity()));
    }

    /** Whether several terms with the effect of a term add up; of other effects only one can apply. */
    public static boolean addsUp(AgreedTerm term) {
        return term.effect().equals("channel") || term.effect().equals("charge");
    }
}
