package io.quanyi.log;

import io.quanyi.process.FatalErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A failure in one line of bounded length, for the log: an exception may repeat text of a request, line breaks included. */
public final class FailureText {

    private static final int MAX_CAUSES = 3;
    private static final int MAX_FRAMES = 12;
    private static final int MAX_MESSAGE_LENGTH = 200;

    private FailureText() {}

    /**
     * The failure and its causes, each with its message and the places where it passed. Ends the process where one of them is an error
     * that it must not survive: as a text it would not be seen where errors that are logged are looked through.
     */
    public static String of(Throwable failure) {
        FatalErrors.endIfFatal(failure);
        List<String> parts = new ArrayList<>();
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            parts.add(one(cause));
            cause = cause.getCause();
        }
        return String.join(" caused by ", parts);
    }

    private static String one(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getName())
                .append(": ")
                .append(escaped(String.valueOf(failure.getMessage())));
        Arrays.stream(failure.getStackTrace())
                .limit(MAX_FRAMES)
                .forEach(frame -> text.append(" at ").append(frame));
        return text.toString();
    }

    /** Cut, and with everything but plain ASCII as {@code \}{@code uXXXX}. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().limit(MAX_MESSAGE_LENGTH).forEach(character -> {
            if (character >= ' ' && character <= '~') {
                escaped.append((char) character);
            } else {
                escaped.append("\\u%04x".formatted(character));
            }
        });
        return text.length() > MAX_MESSAGE_LENGTH ? escaped + " ..." : escaped.toString();
    }
}
