package io.quanyi.decision.request;

import io.quanyi.servicetime.InvalidTime;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and checks the terms of a contract: where it deviates from the document. */
public final class AgreedTerms {

    private static final Map<String, List<String>> NEEDED = Map.of(
            "respond-within", List.of("target"),
            "resolve-within", List.of("target"),
            "quota", List.of("limit", "unit"),
            "window", List.of("window"),
            "charge", List.of("from", "currency", "per"),
            "channel", List.of("channel"));

    private AgreedTerms() {}

    /** All terms of the contract; none without a contract. */
    public static List<AgreedTerm> of(DecisionRequest request) {
        Contract contract = request.subscription().contract();
        return contract == null || contract.terms() == null ? List.of() : contract.terms();
    }

    /**
     * Refuses terms that lack a member which their effect needs.
     *
     * @throws RequestRefused with all such terms
     */
    public static void refuseIncomplete(DecisionRequest request) {
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
            target.target();
        } catch (InvalidTime e) {
            faults.add(Fault.at(pointer, e.code(), e.arguments()));
        }
    }

    static String pointer(int index) {
        return "/subscription/contract/terms/" + index;
    }

    /** Whether a term is, or may be, about the severity of the request; a term for a severity that the programme does not use is not. */
    public static boolean mayApply(AgreedTerm term, ResolvedRequest question) {
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
