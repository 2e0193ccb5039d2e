package io.quanyi.impact.request;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests whose impact a caller asks about.
 *
 * @param sent the requests as the caller sent them; one with several subscriptions is a request about each
 */
public record AskedRequests(List<CustomerRequest> sent) {

    /** The most requests of one call. */
    public static final int MAX_REQUESTS = 1000;

    /** Keeps a copy. */
    public AskedRequests {
        sent = List.copyOf(sent);
    }

    /** The member {@code requests} of a body; null if it is absent. Each request about another programme is a fault. */
    public static @Nullable AskedRequests of(@Nullable List<CustomerRequest> sent, String programme, Faults faults) {
        return of(sent, faults, programme::equals, (at, named) -> Fault.at(at, "other-programme", programme, named));
    }

    /** The same for a body about several programmes. Each request about any other is a fault. */
    public static @Nullable AskedRequests of(
            @Nullable List<CustomerRequest> sent, Collection<String> programmes, Faults faults) {
        return of(sent, faults, programmes::contains, (at, named) -> Fault.at(at, "unknown-programme", named));
    }

    private static @Nullable AskedRequests of(
            @Nullable List<CustomerRequest> sent,
            Faults faults,
            Predicate<String> allowed,
            BiFunction<String, String, Fault> refusal) {
        if (sent == null) {
            return null;
        }
        for (int i = 0; i < sent.size(); i++) {
            String named = sent.get(i).programme();
            if (!allowed.test(named)) {
                faults.add(refusal.apply("/requests/" + i + "/programme", named));
            }
        }
        return new AskedRequests(sent);
    }

    /** The requests about one programme. */
    public AskedRequests about(String programme) {
        return new AskedRequests(sent.stream()
                .filter(request -> request.programme().equals(programme))
                .toList());
    }

    /** The requests to decide; those without an instant at the given one. */
    public List<DecisionRequest> each(Instant at) {
        return sent.stream()
                .flatMap(request -> request.each(at).stream())
                .map(PlacedRequest::request)
                .toList();
    }
}
