package io.quanyi.workshop;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One call of {@code quanyi}.
 *
 * @param status the exit status
 * @param out what it printed
 * @param err what it complained about
 */
public record CommandLineRun(int status, String out, String err) {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-29T00:00:00Z"), ZoneOffset.UTC);

    /** Runs it on an English system. */
    public static CommandLineRun of(Object... arguments) {
        return in(Locale.ENGLISH, arguments);
    }

    /** Runs it on a system of a locale. */
    public static CommandLineRun in(Locale locale, Object... arguments) {
        return in(locale, Optional.empty(), arguments);
    }

    /** Runs it on an English system at a terminal where a person types lines. */
    public static CommandLineRun typing(String lines, Object... arguments) {
        return in(Locale.ENGLISH, Optional.of(new BufferedReader(new StringReader(lines))), arguments);
    }

    private static CommandLineRun in(Locale locale, Optional<BufferedReader> terminal, Object... arguments) {
        Locale before = Locale.getDefault();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try {
            Locale.setDefault(locale);
            String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
            int status = Quanyi.run(NOW, terminal, new PrintWriter(out, true), new PrintWriter(err, true), texts);
            return new CommandLineRun(status, out.toString(), err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
