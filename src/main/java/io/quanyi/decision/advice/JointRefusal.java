package io.quanyi.decision.advice;

import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The refusals of the requests about the subscriptions of a customer, thrown as one: all faults of the first stage that has any. */
final class JointRefusal {

    private final List<RequestRefused> refusals = new ArrayList<>();

    void add(PlacedRequest placed, RequestRefused refused) {
        refusals.add(placed.refusal(refused));
    }

    void throwIfAny() {
        refusals.stream()
                .map(RequestRefused::stage)
                .min(Comparator.naturalOrder())
                .ifPresent(this::refuse);
    }

    private void refuse(Stage first) {
        throw new RequestRefused(
                first,
                refusals.stream()
                        .filter(refused -> refused.stage() == first)
                        .flatMap(refused -> refused.faults().stream())
                        .toList());
    }
}
