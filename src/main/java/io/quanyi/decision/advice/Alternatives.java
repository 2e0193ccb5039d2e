package io.quanyi.decision.advice;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest sets of changes under which the answer is yes: the fewest first, of as many the cheapest first. Each is verified by
 * deciding it; no set is listed that contains a smaller one.
 *
 * @param changes what was found
 * @param complete whether everything was tried, within the budget of 300 decisions and 30 alternatives, and could be decided: a
 *     change that would need a fact which is not there may be a yes
 */
public record Alternatives(List<Alternative> changes, boolean complete) {

    /** One set of changes, and the decision that it brings. */
    public record Alternative(List<Setting> set, Decision decision) {}

    private static final int MOST_AT_ONCE = 3;
    private static final int MOST_DECISIONS = 300;
    private static final int MOST_DRAFTS = 20_000;

    /** Each comes with a whole decision: nobody chooses from more. */
    private static final int MOST_FOUND = 30;

    /**
     * Searches; nothing is found for what is a yes already.
     *
     * @throws RequestRefused if the request itself cannot be decided
     */
    public static Alternatives to(CheckedQuestion question) {
        Decision refusal = question.decision();
        if (refusal.outcome() == Result.ENTITLED) {
            return new Alternatives(List.of(), true);
        }
        ChangeTrials trials = new ChangeTrials(question, MOST_DECISIONS, MOST_DRAFTS);
        return new Search(trials).run(Changes.of(refusal, trials));
    }

    /** Breadth first, over sets of changes that touch different members. */
    private static final class Search {

        private final ChangeTrials trials;
        private final List<Alternative> found = new ArrayList<>();
        private final List<List<Change>> yes = new ArrayList<>();

        Search(ChangeTrials trials) {
            this.trials = trials;
        }

        Alternatives run(List<Change> changes) {
            boolean complete = true;
            for (int size = 1; size <= Math.min(MOST_AT_ONCE, changes.size()); size++) {
                complete &= choose(changes, 0, size, List.of());
            }
            return new Alternatives(List.copyOf(found), complete);
        }

        /** Whether all sets of so many more changes were decided; those that contain a smaller one need not be. */
        private boolean choose(List<Change> changes, int from, int left, List<Change> chosen) {
            if (yes.stream().anyMatch(chosen::containsAll)) {
                return true;
            }
            if (left == 0) {
                return attempt(chosen);
            }
            boolean complete = true;
            for (int i = from; i <= changes.size() - left; i++) {
                if (fits(changes.get(i), chosen)) {
                    if (trials.isSpent()) {
                        return false;
                    }
                    List<Change> more = new ArrayList<>(chosen);
                    more.add(changes.get(i));
                    complete &= choose(changes, i + 1, left - 1, more);
                }
            }
            return complete;
        }

        /** Two changes of one member are no pair. */
        private static boolean fits(Change change, List<Change> chosen) {
            return chosen.stream()
                    .flatMap(other -> other.set().stream())
                    .noneMatch(other -> change.set().stream()
                            .anyMatch(setting -> setting.pointer().equals(other.pointer())));
        }

        private boolean attempt(List<Change> chosen) {
            if (found.size() == MOST_FOUND) {
                return false;
            }
            DecisionRequest changed = trials.question().request();
            Map<String, Setting> settings = new LinkedHashMap<>();
            for (Change change : chosen) {
                changed = change.in(changed);
                change.set().forEach(setting -> settings.put(setting.pointer(), setting));
            }
            Decision decision = trials.decide(changed);
            if (decision != null && decision.outcome() == Result.ENTITLED) {
                yes.add(chosen);
                found.add(new Alternative(List.copyOf(settings.values()), decision));
            }
            return decision != null;
        }
    }
}
