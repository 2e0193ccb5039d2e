package io.quanyi.impact.answer;

import io.quanyi.impact.answer.CoreElement.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The difference between two answers to one request.
 *
 * <p>If the outcomes differ, assumptions are left out: they follow from the facts that the request leaves out, not from the change.
 *
 * @param before the elements that only the first answer has, sorted
 * @param after the elements that only the second answer has, sorted
 */
public record AnswerChange(List<CoreElement> before, List<CoreElement> after) {

    /** No difference. */
    public static final AnswerChange NONE = new AnswerChange(List.of(), List.of());

    /** Keeps copies. */
    public AnswerChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Whether the outcomes differ; if not, the terms or the reasons of the same outcome differ. */
    public boolean changesOutcome() {
        return before.stream().anyMatch(element -> element.subject() == Subject.OUTCOME);
    }

    /** Whether only the reasons of the outcome differ. */
    public boolean changesReasonsOnly() {
        return Stream.concat(before.stream(), after.stream()).allMatch(element -> element.subject() == Subject.REASON);
    }

    /** The difference between the elements of two answers. */
    public static AnswerChange between(SortedSet<CoreElement> before, SortedSet<CoreElement> after) {
        Collection<CoreElement> removed = without(before, after);
        Collection<CoreElement> added = without(after, before);
        boolean outcomesDiffer = removed.stream().anyMatch(element -> element.subject() == Subject.OUTCOME);
        if (outcomesDiffer) {
            removed.removeIf(element -> element.subject() == Subject.ASSUMPTION);
            added.removeIf(element -> element.subject() == Subject.ASSUMPTION);
        }
        return new AnswerChange(new ArrayList<>(removed), new ArrayList<>(added));
    }

    private static SortedSet<CoreElement> without(SortedSet<CoreElement> all, SortedSet<CoreElement> others) {
        SortedSet<CoreElement> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
