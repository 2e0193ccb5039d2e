package io.quanyi.explain;

import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.NamedId;
import io.quanyi.explain.ExplanationReport.RefusalLine;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains the refusal of a request, with the members to add or to correct. */
record RefusalExplainer(ExplanationWords wording, PlacedRequest placed) {

    private static final String UNKNOWN = "unknown-";

    /** Domains that are too long to list, and generally known. */
    private static final Set<Domain> WORLDWIDE = Set.of(Domain.REGION, Domain.CURRENCY);

    RefusalLine of(RequestRefused refused) {
        return new RefusalLine(
                refused.code(),
                wording.shared("problem." + refused.code() + ".title"),
                refused.faults().stream()
                        .map(fault -> line(fault, refused.stage()))
                        .toList());
    }

    private FaultLine line(Fault fault, Stage stage) {
        return new FaultLine(
                placed.pointer(fault.pointer()),
                wording.member(fault.pointer()),
                fault.code(),
                fault.message(wording.language()),
                choices(domain(fault, stage)));
    }

    private static @Nullable Domain domain(Fault fault, Stage stage) {
        return switch (stage) {
            case MISSING ->
                FactField.suppliedBy(fault.pointer()).map(FactField::domain).orElse(null);
            case UNKNOWN_IDS ->
                Arrays.stream(Domain.values())
                        .filter(domain -> domain.textCode()
                                .equals("domain." + fault.code().substring(UNKNOWN.length())))
                        .findFirst()
                        .orElse(null);
            default -> null;
        };
    }

    private List<NamedId> choices(@Nullable Domain domain) {
        Set<String> ids = domain == null || WORLDWIDE.contains(domain)
                ? null
                : wording.catalogue().ids(domain);
        return domain == null || ids == null
                ? List.of()
                : ids.stream().map(id -> wording.named(domain, id)).toList();
    }
}
