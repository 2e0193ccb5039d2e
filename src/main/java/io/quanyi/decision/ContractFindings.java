package io.quanyi.decision;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerms;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Hours;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the terms of a contract into findings, which are nearer than those of any plan. */
final class ContractFindings {

    private static final AbsentFact SEVERITY = new AbsentFact("/question/severity", Absent.Meaning.UNKNOWN, "");

    private ContractFindings() {}

    /** The findings of the terms about the requested service. */
    static List<Finding> of(ResolvedRequest question) {
        List<AgreedTerm> terms = AgreedTerms.applying(question);
        return terms.stream()
                .map(term -> new Finding(
                        null,
                        outcome(term),
                        Finding.CONTRACT,
                        AgreedTerms.dependsOnSeverity(term, terms, question) ? SEVERITY : null))
                .toList();
    }

    private static Outcome outcome(AgreedTerm term) {
        return switch (term.effect()) {
            case "grant" -> new Granted();
            case "exclude" -> new Denied(ReasonCode.EXCLUDED_BY_CONTRACT.code());
            case "respond-within" -> new Response(needed(term.target()).target(), term.window());
            case "resolve-within" -> new Resolution(needed(term.target()).target(), term.window());
            case "quota" ->
                new Quota(needed(term.limit()), needed(term.unit()), term.per() == null ? "service-year" : term.per());
            case "window" -> new Hours(needed(term.window()));
            case "channel" -> new Channel(needed(term.channel()));
            case "charge" ->
                new Charge(needed(term.from()), term.to(), needed(term.currency()), needed(term.per()), false);
            default -> throw new IllegalArgumentException(term.effect());
        };
    }

    private static <T> T needed(@Nullable T member) {
        return Objects.requireNonNull(member, "checked before");
    }
}
