package io.quanyi.impact.request;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

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

    /** Adds a fault for each request that is about another programme. */
    public void refuseOthers(String programme, String pointer, Faults faults) {
        for (int i = 0; i < sent.size(); i++) {
            String named = sent.get(i).programme();
            if (!named.equals(programme)) {
                faults.add(Fault.at(pointer + "/" + i + "/programme", "other-programme", programme, named));
            }
        }
    }

    /** Adds a fault for each request about a programme other than the given ones. */
    public void refuseUnknown(Collection<String> programmes, String pointer, Faults faults) {
        for (int i = 0; i < sent.size(); i++) {
            String named = sent.get(i).programme();
            if (!programmes.contains(named)) {
                faults.add(Fault.at(pointer + "/" + i + "/programme", "unknown-programme", named));
            }
        }
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
