package io.quanyi.decision.advice;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import java.time.Instant;
import java.util.List;

/** Decides requests by the releases that a resolver finds. An answer is a function of the request, the instant and the release. */
public final class Decider {

    private final ReleaseResolver resolver;

    /** Decides by the releases that a resolver finds. */
    public Decider(ReleaseResolver resolver) {
        this.resolver = resolver;
    }

    /** A decider by the releases that are published now; later publications do not change its answers. */
    public Decider fixed() {
        return new Decider(resolver.fixed());
    }

    /**
     * Decides one request.
     *
     * @param now the instant of the question if the question has none, and as of which its clocks are read if it does not say
     * @throws RequestRefused if the request cannot be decided, with all faults of the first stage at which it fails
     * @throws RuleFault if a rule fails
     */
    public Decision decide(DecisionRequest request, Instant now) {
        DecisionRequest read = request.readAsOf(now);
        return decide(CheckedQuestion.of(read, resolve(read, now), read.instant(now)));
    }

    /**
     * The release that decides a request. It is found once, so that an answer and its words come from the same release.
     *
     * @throws RequestRefused if the request is incomplete in itself, or there is no release for it
     */
    public ProgrammeRelease resolve(DecisionRequest request, Instant now) {
        request.refuseMalformed();
        return resolver.resolve(request, request.instant(now));
    }

    /**
     * The checked question about each subscription of a customer.
     *
     * @throws RequestRefused for faults of any of the requests, with all faults of the first stage at which any fails
     */
    public CustomerQuestion question(List<PlacedRequest> requests, Instant now) {
        return CustomerQuestion.of(requests, resolve(requests, now), now);
    }

    /**
     * The release that decides the requests about each subscription of a customer: the same for all, of which there is at least one.
     *
     * @throws RequestRefused if any request is malformed, or there is no release for them
     */
    public ProgrammeRelease resolve(List<PlacedRequest> requests, Instant now) {
        JointRefusal refusal = new JointRefusal();
        for (PlacedRequest placed : requests) {
            try {
                placed.request().refuseMalformed();
            } catch (RequestRefused e) {
                refusal.add(placed, e);
            }
        }
        refusal.throwIfAny();
        return resolve(requests.get(0).request(), now);
    }

    /**
     * The decision of a question, with suggestions.
     *
     * @throws RequestRefused if facts are absent on which the decision depends, or the answer lies beyond the calendars
     * @throws RuleFault if a rule fails
     */
    public static Decision decide(CheckedQuestion question) {
        List<Decision.Suggestion> suggestions = Suggestions.of(question);
        return suggestions.isEmpty() ? question.decision() : question.decision().withSuggestions(suggestions);
    }
}
