package io.quanyi.impact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a core says.
 *
 * @param part what it is about
 * @param words what it says, in the ids and numbers of answers; empty where a place of the part is not filled
 */
public record Statement(Part part, List<String> words) implements Comparable<Statement> {

    private static final Comparator<Statement> ORDER = Comparator.comparing(Statement::part)
            .thenComparing(statement -> statement.words().toString());

    /** Keeps a copy. */
    public Statement {
        words = List.copyOf(words);
    }

    static Statement of(Part part, @Nullable Object... words) {
        return new Statement(
                part,
                Arrays.stream(words)
                        .map(word -> word == null ? "" : String.valueOf(word))
                        .toList());
    }

    /** What it says, as one text for programs. */
    public String value() {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What a core is made of, in the order in which it is told. */
    public enum Part {
        /** What came out; or that nothing did, because facts are missing or the request is refused. */
        OUTCOME,
        /** A ground. */
        REASON,
        /** A fact that the decision depends on and that is not there. */
        MISSING,
        /** Why the request is refused. */
        REFUSAL,
        /** The plan whose content it is. */
        GRANTED_BY,
        /** When it is open. */
        WINDOW,
        /** By when the first answer is owed. */
        RESPONSE,
        /** By when a solution is owed. */
        RESOLUTION,
        /** How much of it there is. */
        QUOTA,
        /** How long before it must be asked for. */
        LEAD_TIME,
        /** What it costs. */
        CHARGE,
        /** What must hold or be done. */
        CONDITION,
        /** What was taken as met, or not asked about, for want of a fact. */
        ASSUMPTION,
        /** A way to reach it. */
        CHANNEL,
        /** The seat that answers. */
        SEAT,
        /** How it stands against others' requests. */
        PRIORITY,
        /** Who gives it. */
        DELIVERER,
        /** How it is given. */
        DELIVERY,
        /** The language it is given in. */
        LANGUAGE;

        /** What programs call it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int compareTo(Statement other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return part.id() + " " + value();
    }
}
