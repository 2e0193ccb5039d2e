package io.quanyi.decision;

import io.quanyi.decision.Finding.AbsentFact;
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
import io.quanyi.servicetime.InvalidTime;
import io.quanyi.servicetime.Target;
import io.quanyi.source.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the deviations of a contract into findings, nearer than any plan's. */
final class AgreedTerms {

    private static final Map<String, List<String>> NEEDED = Map.of(
            "respond-within", List.of("target"),
            "resolve-within", List.of("target"),
            "quota", List.of("limit", "unit"),
            "window", List.of("window"),
            "charge", List.of("from", "currency", "per"),
            "channel", List.of("channel"));

    private AgreedTerms() {}

    /** All terms of the contract; none where there is no contract. */
    static List<AgreedTerm> of(DecisionRequest request) {
        Contract contract = request.subscription().contract();
        return contract == null || contract.terms() == null ? List.of() : contract.terms();
    }

    /** Refuses terms that lack what their effect needs. */
    static void refuseIncomplete(DecisionRequest request) {
        List<Fault> faults = new ArrayList<>();
        List<AgreedTerm> terms = of(request);
        for (int i = 0; i < terms.size(); i++) {
            for (String member : NEEDED.getOrDefault(terms.get(i).effect(), List.of())) {
                if (member(terms.get(i), member) == null) {
                    faults.add(Fault.at(pointer(i) + "/" + member, "member-missing", member));
                }
            }
            addTargetFaults(terms.get(i).target(), pointer(i) + "/target", faults);
        }
        if (!faults.isEmpty()) {
            throw new RequestRefused(RequestRefused.Stage.MALFORMED, faults);
        }
    }

    private static void addTargetFaults(@Nullable AgreedTarget target, String pointer, List<Fault> faults) {
        if (target == null) {
            return;
        }
        try {
            target(target);
        } catch (InvalidTime e) {
            faults.add(Fault.at(pointer, e.code(), e.arguments()));
        }
    }

    static String pointer(int index) {
        return "/subscription/contract/terms/" + index;
    }

    /** The findings that the terms on the asked service make. */
    static List<Finding> findings(ResolvedRequest question) {
        List<AgreedTerm> all = of(question.request());
        if (all.isEmpty()) {
            return List.of();
        }
        List<AgreedTerm> terms = all.stream()
                .filter(term -> term.service().equals(question.service()) && mayApply(term, question))
                .toList();
        Set<String> ofSeverity = terms.stream()
                .filter(term -> question.severity() != null && term.severity() != null)
                .map(AgreedTerm::effect)
                .collect(Collectors.toSet());
        return terms.stream()
                .filter(term -> !yields(term, ofSeverity))
                .map(term -> new Finding(null, outcome(term), Finding.CONTRACT, absent(term, question)))
                .toList();
    }

    /** Whether a term speaks of the question's severity, or may; one for a severity that this programme does not use never does. */
    static boolean mayApply(AgreedTerm term, ResolvedRequest question) {
        String severity = term.severity();
        return severity == null
                || (question.severity() == null
                        ? question.release().catalogue().severities().stream()
                                .anyMatch(used -> used.id().equals(severity))
                        : severity.equals(question.severity()));
    }

    /** A term for all severities yields to one of the same effect for the severity asked about. */
    private static boolean yields(AgreedTerm term, Set<String> ofSeverity) {
        return term.severity() == null && !addsUp(term) && ofSeverity.contains(term.effect());
    }

    /** Whether several terms of the effect stand beside each other, where of others only one can hold. */
    static boolean addsUp(AgreedTerm term) {
        return term.effect().equals("channel") || term.effect().equals("charge");
    }

    private static @Nullable AbsentFact absent(AgreedTerm term, ResolvedRequest question) {
        return term.severity() != null && question.severity() == null
                ? new AbsentFact("/question/severity", Absent.Meaning.UNKNOWN, "")
                : null;
    }

    private static Outcome outcome(AgreedTerm term) {
        return switch (term.effect()) {
            case "grant" -> new Granted();
            case "exclude" -> new Denied(ReasonCode.EXCLUDED_BY_CONTRACT.code());
            case "respond-within" -> new Response(target(needed(term.target())));
            case "resolve-within" -> new Resolution(target(needed(term.target())));
            case "quota" -> new Quota(needed(term.limit()), needed(term.unit()), "service-year");
            case "window" -> new Hours(needed(term.window()));
            case "channel" -> new Channel(needed(term.channel()));
            case "charge" ->
                new Charge(needed(term.from()), term.to(), needed(term.currency()), needed(term.per()), false);
            default -> throw new IllegalArgumentException(term.effect());
        };
    }

    private static Target target(AgreedTarget target) {
        return Target.of(target.amount() == null ? BigDecimal.ZERO : target.amount(), target.unit());
    }

    private static <T> T needed(@Nullable T member) {
        return Objects.requireNonNull(member, "checked before");
    }

    private static @Nullable Object member(AgreedTerm term, String name) {
        return switch (name) {
            case "target" -> term.target();
            case "limit" -> term.limit();
            case "unit" -> term.unit();
            case "window" -> term.window();
            case "channel" -> term.channel();
            case "from" -> term.from();
            case "currency" -> term.currency();
            case "per" -> term.per();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
