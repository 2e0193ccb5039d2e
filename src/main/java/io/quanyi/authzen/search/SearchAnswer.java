package io.quanyi.authzen.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanyi.authzen.EvaluationError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a search.
 *
 * @param page where in all that is searched the answer stands; left out if it is all, and no page was asked for
 * @param context further facts about the search; left out if there are none
 * @param results the entities that are permitted
 */
public record SearchAnswer(
        @JsonInclude(Include.NON_NULL) @Nullable Page page,
        @JsonInclude(Include.NON_NULL) @Nullable Context context,
        List<Found> results) {

    /** A found entity, by the members that identify it. */
    public sealed interface Found {}

    /** A subject or a resource. */
    public record FoundEntity(String type, String id) implements Found {}

    /** An action. */
    public record FoundAction(String name) implements Found {}

    /**
     * A page.
     *
     * @param nextToken fetches the next page; empty if there is none
     * @param count the number of results on this page
     */
    public record Page(@JsonProperty("next_token") String nextToken, int count) {}

    /**
     * The remarks of a search beside its results.
     *
     * @param undecided the entities that may be permitted or not, because the question lacks facts
     * @param missing where the question would state these facts
     * @param ignored the pointers of members that nothing has read
     * @param error why nothing could be searched
     */
    @JsonInclude(Include.NON_EMPTY)
    public record Context(
            List<String> undecided,
            List<String> missing,
            List<String> ignored,
            @Nullable EvaluationError error) {

        @Nullable Context orNull() {
            return undecided.isEmpty() && ignored.isEmpty() && error == null ? null : this;
        }
    }
}
