package io.quanyi.authzen.search;

import io.quanyi.authzen.AskedEntities;
import io.quanyi.authzen.EvaluationContext;
import io.quanyi.authzen.search.SearchAnswer.Context;
import io.quanyi.authzen.search.SearchAnswer.Found;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The results of one page, as they are found. Not safe for use by several threads. */
final class SearchedPage {

    /** The most entities that are decided for a page, which bounds its time: a page may have few results and a token. */
    private static final int MAX_DECIDED = 500;

    private final SearchedKind searched;
    private final AskedEntities asked;
    private final int most;
    private final List<Found> results = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /** @param most how many results the page may have */
    SearchedPage(SearchedKind searched, AskedEntities asked, int most) {
        this.searched = searched;
        this.asked = asked;
        this.most = most;
    }

    /**
     * Fills the page from a place on.
     *
     * @param permits whether a question is permitted
     * @return the place of the first entity that is left for the next page; behind the last one if there is none
     */
    int fill(List<String> candidates, int first, Predicate<AskedEntities> permits) {
        int place = first;
        for (; place < candidates.size() && place - first < MAX_DECIDED; place++) {
            String id = candidates.get(place);
            if (isPermitted(id, permits)) {
                if (results.size() == most) {
                    return place;
                }
                results.add(searched.found(id, asked));
            }
        }
        return place;
    }

    private boolean isPermitted(String id, Predicate<AskedEntities> permits) {
        try {
            return permits.test(searched.about(id, asked));
        } catch (RequestRefused e) {
            if (e.stage() == Stage.MISSING) {
                undecided.add(id);
                e.faults().stream().map(Fault::pointer).forEach(missing::add);
            }
            return false;
        }
    }

    List<Found> results() {
        return results;
    }

    /** Remarks beside the results; null if there are none. */
    @Nullable Context context() {
        return new Context(List.copyOf(undecided), List.copyOf(missing), EvaluationContext.some(asked.ignored()), null)
                .orNull();
    }
}
