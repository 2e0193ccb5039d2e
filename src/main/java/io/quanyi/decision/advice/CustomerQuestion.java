package io.quanyi.decision.advice;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.CustomerDecision.Other;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A question about each subscription of a customer, checked. Not safe for use by several threads. */
public final class CustomerQuestion {

    /** The question about one subscription. */
    record Part(PlacedRequest placed, CheckedQuestion question) {}

    private record Decided(Part part, Decision decision) {}

    private final List<Part> parts;

    private CustomerQuestion(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Checks the requests about each subscription, of which there is at least one.
     *
     * @param release the release that decides, even if the requests name another
     * @param now the instant of the question if it has none
     * @throws RequestRefused for faults of any of them, with all faults of the first stage at which any fails
     */
    public static CustomerQuestion of(List<PlacedRequest> requests, ProgrammeRelease release, Instant now) {
        JointRefusal refusal = new JointRefusal();
        List<Part> parts = new ArrayList<>();
        for (PlacedRequest placed : requests) {
            DecisionRequest request = placed.request();
            try {
                parts.add(new Part(placed, CheckedQuestion.of(request, release, request.instant(now))));
            } catch (RequestRefused e) {
                refusal.add(placed, e);
            }
        }
        refusal.throwIfAny();
        return new CustomerQuestion(List.copyOf(parts));
    }

    /** The release that decides. */
    public ProgrammeRelease release() {
        return parts.get(0).question().release();
    }

    /** The questions about each subscription, in the order of the request. */
    List<Part> parts() {
        return parts;
    }

    /**
     * The strongest decision, with suggestions, and those beside it. Of equally strong ones, the first of the request counts.
     *
     * @throws RequestRefused if no subscription is known to cover the service, and facts are absent on which it depends whether one
     *     does, or an answer lies beyond the calendars
     * @throws RuleFault if a rule fails
     */
    public CustomerDecision decision() {
        return strongest(Decider::decide);
    }

    /** The strongest decision, decided once more in a given way, and those beside it. */
    CustomerDecision strongest(Function<CheckedQuestion, Decision> way) {
        JointRefusal refusal = new JointRefusal();
        List<Other> refused = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        for (Part part : parts) {
            try {
                decided.add(new Decided(part, part.question().decision()));
            } catch (RequestRefused e) {
                refusal.add(part.placed(), e);
                refused.add(new Other(part.placed(), null, e));
            }
        }
        decided.sort(Comparator.comparing(Decided::decision, CustomerDecision.STRONGEST_FIRST));
        if (decided.isEmpty() || decided.get(0).decision().outcome() != Result.ENTITLED) {
            refusal.throwIfAny();
        }
        Part strongest = decided.get(0).part();
        return new CustomerDecision(strongest.placed(), way.apply(strongest.question()), others(decided, refused));
    }

    private static List<Other> others(List<Decided> decided, List<Other> refused) {
        List<Other> others = new ArrayList<>();
        decided.stream()
                .skip(1)
                .forEach(other -> others.add(new Other(other.part().placed(), other.decision(), null)));
        others.addAll(refused);
        return List.copyOf(others);
    }
}
