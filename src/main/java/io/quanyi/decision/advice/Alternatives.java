package io.quanyi.decision.advice;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest sets of changes of a request that lead to a grant, the smallest first, and among equally small ones the cheapest first.
 * Each is verified by a decision; a set that contains a listed one is not listed.
 *
 * @param changes the sets
 * @param complete whether all sets were decided: false if the budget of 300 decisions and 30 alternatives is spent, or a set cannot be
 *     decided because a fact is absent
 */
public record Alternatives(List<Alternative> changes, boolean complete) {

    /** One set of changes, and the decision that it brings. */
    public record Alternative(List<Setting> set, Decision decision) {}

    private static final int MAX_AT_ONCE = 3;
    private static final int MAX_DECISIONS = 300;
    private static final int MAX_TENTATIVE = 20_000;

    /** The number of alternatives that a reader can compare; each comes with a whole decision. */
    static final int MAX_FOUND = 30;

    /**
     * Searches for alternatives; there are none if the question is granted.
     *
     * @throws RequestRefused if the request itself cannot be decided
     */
    public static Alternatives to(CheckedQuestion question) {
        return to(question, 1);
    }

    /** Searches with an equal share of the budget that a number of searches have together. */
    static Alternatives to(CheckedQuestion question, int searches) {
        Decision refusal = question.decision();
        if (refusal.outcome() == Result.ENTITLED) {
            return new Alternatives(List.of(), true);
        }
        ChangeTrials trials = new ChangeTrials(question, MAX_DECISIONS / searches, MAX_TENTATIVE / searches);
        return new Search(trials).run(RequestChanges.of(refusal, trials));
    }

    /** A search, breadth first, of sets of changes that set different members. */
    private static final class Search {

        private final ChangeTrials trials;
        private final List<Alternative> found = new ArrayList<>();
        private final List<List<RequestChange>> yes = new ArrayList<>();

        Search(ChangeTrials trials) {
            this.trials = trials;
        }

        Alternatives run(List<RequestChange> changes) {
            boolean complete = true;
            for (int size = 1; size <= Math.min(MAX_AT_ONCE, changes.size()); size++) {
                complete &= choose(changes, 0, size, List.of());
            }
            return new Alternatives(List.copyOf(found), complete);
        }

        /** Adds more changes to the chosen ones, and decides; returns whether all sets were decided that contain no listed one. */
        private boolean choose(List<RequestChange> changes, int from, int left, List<RequestChange> chosen) {
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
                    List<RequestChange> more = new ArrayList<>(chosen);
                    more.add(changes.get(i));
                    complete &= choose(changes, i + 1, left - 1, more);
                }
            }
            return complete;
        }

        /** Whether a change sets no member that a chosen one sets. */
        private static boolean fits(RequestChange change, List<RequestChange> chosen) {
            return chosen.stream()
                    .flatMap(other -> other.set().stream())
                    .noneMatch(other -> change.set().stream()
                            .anyMatch(setting -> setting.pointer().equals(other.pointer())));
        }

        private boolean attempt(List<RequestChange> chosen) {
            if (found.size() == MAX_FOUND) {
                return false;
            }
            DecisionRequest changed = trials.question().request();
            Map<String, Setting> settings = new LinkedHashMap<>();
            for (RequestChange change : chosen) {
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
