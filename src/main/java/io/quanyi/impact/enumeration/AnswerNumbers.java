package io.quanyi.impact.enumeration;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.term.AgreedReading;
import io.quanyi.impact.term.OwnTerms;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Numbers the changes between two answers to one request, and the two answers together; equal ones have one number. Elements of answers
 * have the names that sentences give them. Safe for use by several threads.
 */
final class AnswerNumbers {

    private final ElementNames names;
    private final Map<String, SortedSet<CoreElement>> elements = new ConcurrentHashMap<>();
    private final Map<AnswerPair, NumberedPair> pairs = new ConcurrentHashMap<>();
    private final Map<AnswerChange, Integer> changes = new ConcurrentHashMap<>();
    private final Map<Integer, AnswerChange> numbered = new ConcurrentHashMap<>();
    private final Map<TermChange, Integer> ofTerms = new ConcurrentHashMap<>();
    private final Map<ChangedAnswers, Integer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger lastChange = new AtomicInteger();
    private final AtomicInteger lastAnswers = new AtomicInteger();

    AnswerNumbers(ElementNames names) {
        this.names = names;
    }

    /** Two answers to one request, with what their elements are named by. */
    private record AnswerPair(String before, String after, Object named) {}

    /** All elements of two answers, with the number of their change. */
    private record ChangedAnswers(AnswerChange all, int change) {}

    /**
     * The numbers of two answers.
     *
     * @param change the number of their change, from 1; {@link AnswerEnumeration#SAME} if they do not differ
     * @param answers the number of the answers, from 1
     */
    record NumberedPair(int change, int answers) {}

    /** The change between two answers to a request with own terms, read with them, from the change for fewer terms. */
    private record TermChange(AnswerPair pair, Set<String> parts, int base) {}

    /**
     * The number of the change between the answers to a request with own terms. If the change without own terms, read with the own terms, is
     * true of it, it has the number of that change.
     *
     * @param base the number of the change for a request with the grant among the own terms only; without one, with none
     */
    int changeWith(OwnTerms own, ReleaseAnswer one, ReleaseAnswer other, Supplier<DecisionRequest> request, int base) {
        Object named = names.areNeeded() ? names.basis(request.get()) : "";
        TermChange key = new TermChange(new AnswerPair(one.core(), other.core(), named), own.parts(), base);
        Integer known = ofTerms.get(key);
        return known != null ? known : ofTerms.computeIfAbsent(key, unknown -> read(own, one, other, request, base));
    }

    private int read(
            OwnTerms own, ReleaseAnswer one, ReleaseAnswer other, Supplier<DecisionRequest> request, int base) {
        AgreedReading reading = new AgreedReading(own);
        AnswerChange shown = ReleaseAnswer.differ(one, other)
                ? reading.shown(named(AnswerChange.between(one.elements(), other.elements()), request))
                : AnswerChange.NONE;
        AnswerChange said = base == AnswerEnumeration.SAME ? AnswerChange.NONE : numbered(base);
        if (shown.equals(reading.left(said))) {
            return base;
        }
        return shown.equals(AnswerChange.NONE) ? AnswerEnumeration.SAME : number(shown);
    }

    private AnswerChange numbered(int number) {
        return Objects.requireNonNull(numbered.get(number), "numbered before");
    }

    private int number(AnswerChange change) {
        return changes.computeIfAbsent(change, unknown -> {
            int number = lastChange.incrementAndGet();
            numbered.put(number, change);
            return number;
        });
    }

    /**
     * The numbers of the answers of two releases to a request.
     *
     * @param request makes the request; called if names depend on it
     */
    NumberedPair of(ReleaseAnswer one, ReleaseAnswer other, Supplier<DecisionRequest> request) {
        Object named = names.areNeeded() ? names.basis(request.get()) : "";
        AnswerPair pair = new AnswerPair(one.core(), other.core(), named);
        NumberedPair known = pairs.get(pair);
        return known != null ? known : pairs.computeIfAbsent(pair, unknown -> numbered(one, other, request));
    }

    private NumberedPair numbered(ReleaseAnswer one, ReleaseAnswer other, Supplier<DecisionRequest> request) {
        if (one.isRefused() && other.isRefused()) {
            return new NumberedPair(AnswerEnumeration.SAME, 0);
        }
        SortedSet<CoreElement> before = elements.computeIfAbsent(one.core(), core -> one.elements());
        SortedSet<CoreElement> after = elements.computeIfAbsent(other.core(), core -> other.elements());
        int change = ReleaseAnswer.differ(one, other)
                ? number(named(AnswerChange.between(before, after), request))
                : AnswerEnumeration.SAME;
        AnswerChange all = named(new AnswerChange(new ArrayList<>(before), new ArrayList<>(after)), request);
        return new NumberedPair(
                change,
                answers.computeIfAbsent(new ChangedAnswers(all, change), unknown -> lastAnswers.incrementAndGet()));
    }

    private AnswerChange named(AnswerChange change, Supplier<DecisionRequest> request) {
        return names.areNeeded() ? names.of(change, request.get()) : change;
    }

    /** The number of different changes so far. */
    int changes() {
        return changes.size();
    }

    /** The different changes by their number. */
    Map<Integer, AnswerChange> byNumber() {
        return Map.copyOf(numbered);
    }
}
