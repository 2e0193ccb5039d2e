package io.quanyi.impact.answer;

import io.quanyi.text.EnumCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One element of the core of an answer, such as the outcome, one reason or one charge.
 *
 * @param subject the part of the answer that the element belongs to
 * @param words the content, as ids and numbers of the answer; an empty word where an optional member is absent
 */
public record CoreElement(Subject subject, List<String> words) implements Comparable<CoreElement> {

    private static final Comparator<CoreElement> ORDER = Comparator.comparing(CoreElement::subject)
            .thenComparing(element -> element.words().toString());

    /** Keeps a copy. */
    public CoreElement {
        words = List.copyOf(words);
    }

    /** An element of these words; null is written as an empty word. */
    public static CoreElement of(Subject subject, @Nullable Object... words) {
        return new CoreElement(
                subject,
                Arrays.stream(words)
                        .map(word -> word == null ? "" : String.valueOf(word))
                        .toList());
    }

    /** The words that are present, joined by blanks, for programs. */
    public String value() {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The parts of an answer that belong to its core, in the order of reports. */
    public enum Subject {
        /** The outcome; also MISSING and REFUSED for requests without a decision. */
        OUTCOME,
        /** A reason of the outcome. */
        REASON,
        /** A missing fact that the decision depends on. */
        MISSING,
        /** A fault for which the request is refused. */
        REFUSAL,
        /** The plan that contains the service. */
        GRANTED_BY,
        /** The window of service hours. */
        WINDOW,
        /** The target time of the first response. */
        RESPONSE,
        /** The target time of the resolution. */
        RESOLUTION,
        /** The quota. */
        QUOTA,
        /** The lead time of a request. */
        LEAD_TIME,
        /** A charge. */
        CHARGE,
        /** A condition of the entitlement. */
        CONDITION,
        /** A condition assumed to be met because a fact is absent. */
        ASSUMPTION,
        /** A channel by which the service is reached. */
        CHANNEL,
        /** The seat that serves the request. */
        SEAT,
        /** The priority of the request. */
        PRIORITY,
        /** The role that delivers the service. */
        DELIVERER,
        /** The mode of delivery, such as remote or on site. */
        DELIVERY,
        /** The language of the service. */
        LANGUAGE,
        /** A term that depends on an absent member of the request: its part, the member, and its content. */
        DEPENDENT;

        /** The id of the subject in reports for programs. */
        public String id() {
            return EnumCode.of(this);
        }
    }

    @Override
    public int compareTo(CoreElement other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return subject.id() + " " + value();
    }
}
