package io.quanyi.decision.advice;

import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.SheetRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a customer: the decision about every service of the programme.
 *
 * @param release the release that decides
 * @param entries one for each service, in the order of the catalogue
 */
public record Sheet(ReleaseId release, List<Entry> entries) {

    /** The decision about a service, or the refusal if the decision depends on absent facts or lies beyond the calendars. */
    public record Entry(
            String service,
            @Nullable CustomerDecision decision,
            @Nullable RequestRefused problem) {}

    /**
     * Decides every service of the programme.
     *
     * @param now the instant of the question if the question has none, and as of which its clocks are read if it does not say
     * @throws RequestRefused for faults of the request that are the same for all services; the refusal of one service is in its entry
     * @throws RuleFault if a rule fails
     */
    public static Sheet of(SheetRequest request, ProgrammeRelease release, Instant now) {
        return new Sheet(
                release.id(),
                release.catalogue().services().keySet().stream()
                        .map(service -> entry(service, request, release, now))
                        .toList());
    }

    /** The requests about a service, one for each subscription. */
    public static List<PlacedRequest> requests(String service, SheetRequest request, Instant now) {
        return PlacedRequest.each(
                request.subscription(),
                request.subscriptions(),
                one -> request.of(service, one).readAsOf(now));
    }

    private static Entry entry(String service, SheetRequest request, ProgrammeRelease release, Instant now) {
        CustomerQuestion question = CustomerQuestion.of(requests(service, request, now), release, now);
        try {
            return new Entry(service, question.decision(), null);
        } catch (RequestRefused e) {
            return new Entry(service, null, e);
        }
    }
}
