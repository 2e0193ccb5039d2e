package io.quanyi.ofrep;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a flag: a service of a programme, and which part of the decision about it is the value.
 *
 * @param programme the programme, by id
 * @param service the service, by id
 * @param part the part of the decision
 */
record FlagKey(String programme, String service, Part part) {

    /** The part of a decision that a flag has as its value. */
    enum Part {
        /** Whether the customer is entitled; no value if the contract decides. */
        ENTITLED(""),
        /** The outcome, as a code. */
        OUTCOME(".outcome"),
        /** The whole answer. */
        DECISION(".decision");

        private final String suffix;

        Part(String suffix) {
            this.suffix = suffix;
        }
    }

    private static final String PART_OF_KEY = "([a-z0-9]+(?:-[a-z0-9]+)*)";
    private static final Pattern FORM =
            Pattern.compile(PART_OF_KEY + "\\." + PART_OF_KEY + "(|\\.outcome|\\.decision)");

    /** Reads a key; empty if it is of another form. */
    static Optional<FlagKey> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Part part = form.group(3).isEmpty()
                ? Part.ENTITLED
                : form.group(3).equals(Part.OUTCOME.suffix) ? Part.OUTCOME : Part.DECISION;
        return Optional.of(new FlagKey(form.group(1), form.group(2), part));
    }

    /** The key as text. */
    String text() {
        return programme + "." + service + part.suffix;
    }
}
