package io.quanyi.decision.advice;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Alternatives.Alternative;
import io.quanyi.decision.advice.CustomerQuestion.Part;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.RequestRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The alternatives for the subscriptions of a customer, the smallest first. Among equally small ones those of an earlier subscription
 * come first; a set is left out if the one for another subscription is part of it.
 *
 * @param changes the sets
 * @param complete whether all sets were decided for each subscription, and none is left out because there are too many
 */
public record CustomerAlternatives(List<Change> changes, boolean complete) {

    /**
     * One set of changes.
     *
     * @param placed the request about the subscription that gives the service after the changes
     * @param set the changes, with pointers into the request of the caller
     * @param decision the decision about this subscription after the changes
     */
    public record Change(PlacedRequest placed, List<Setting> set, Decision decision) {

        private static Change of(PlacedRequest placed, Alternative alternative) {
            List<Setting> set = alternative.set().stream()
                    .map(setting -> new Setting(placed.pointer(setting.pointer()), setting.value()))
                    .toList();
            return new Change(placed, set, alternative.decision());
        }

        private boolean isPartOf(Change other) {
            return !placed.equals(other.placed) && other.set.containsAll(set);
        }
    }

    /**
     * Searches for alternatives for each subscription, within one budget; there are none if one subscription covers the service.
     *
     * @throws RequestRefused if the question itself cannot be decided
     */
    public static CustomerAlternatives to(CustomerQuestion question) {
        if (question.strongest(CheckedQuestion::decision).decision().outcome() == Result.ENTITLED) {
            return new CustomerAlternatives(List.of(), true);
        }
        List<Change> found = new ArrayList<>();
        boolean complete = true;
        for (Part part : question.parts()) {
            Alternatives alternatives =
                    Alternatives.to(part.question(), question.parts().size());
            alternatives.changes().forEach(change -> found.add(Change.of(part.placed(), change)));
            complete &= alternatives.complete();
        }
        if (question.parts().size() > 1) {
            found.sort(Comparator.comparingInt(change -> change.set().size()));
        }
        return smallest(found, complete);
    }

    private static CustomerAlternatives smallest(List<Change> found, boolean complete) {
        List<Change> kept = new ArrayList<>();
        for (Change change : found) {
            if (kept.stream().noneMatch(smaller -> smaller.isPartOf(change))) {
                kept.add(change);
            }
        }
        int most = Math.min(kept.size(), Alternatives.MAX_FOUND);
        return new CustomerAlternatives(List.copyOf(kept.subList(0, most)), complete && most == kept.size());
    }
}
