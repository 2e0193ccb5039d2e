package io.quanyi.decision.customer;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.Fault;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A request about one subscription of a customer, with the place of the subscription in the request of the caller.
 *
 * @param request the request about this subscription alone
 * @param place the pointer of the subscription: {@code /subscription}, or {@code /subscriptions/0} and so on
 */
public record PlacedRequest(DecisionRequest request, String place) {

    private static final String ALONE = "/subscription";

    /**
     * The requests about each subscription, in the order in which the caller sent them.
     *
     * @param one the subscription of a caller who sent a single one; null if there is a list
     * @param several the subscriptions of a caller who sent a list
     * @param about makes the request about a subscription
     */
    public static List<PlacedRequest> each(
            @Nullable Subscription one,
            @Nullable List<Subscription> several,
            Function<Subscription, DecisionRequest> about) {
        if (one != null) {
            return List.of(new PlacedRequest(about.apply(one), ALONE));
        }
        List<Subscription> all = Objects.requireNonNull(several, "one of the two is bound");
        return IntStream.range(0, all.size())
                .mapToObj(i -> new PlacedRequest(about.apply(all.get(i)), ALONE + "s/" + i))
                .toList();
    }

    /** Whether the caller sent a list of subscriptions. */
    public boolean isOfList() {
        return !place.equals(ALONE);
    }

    /** The pointer into the request of the caller, for a pointer into this request. */
    public String pointer(String own) {
        return own.equals(ALONE) || own.startsWith(ALONE + "/") ? place + own.substring(ALONE.length()) : own;
    }

    /** A refusal of this request, with pointers into the request of the caller. */
    public RequestRefused refusal(RequestRefused own) {
        return new RequestRefused(
                own.stage(), own.faults().stream().map(this::fault).toList());
    }

    private Fault fault(Fault own) {
        return new Fault(
                own.position(),
                pointer(own.pointer()),
                own.code(),
                own.arguments().stream().map(this::pointer).toList(),
                own.known());
    }
}
