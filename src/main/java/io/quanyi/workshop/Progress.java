package io.quanyi.workshop;

import java.io.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;

/** Says how far something is, once it takes longer than a second, to whoever sits before a terminal. */
final class Progress implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    /** Back to the beginning of the line, and the rest of it cleared. */
    private static final String OVER = "\r\u001b[K";

    private final PrintWriter screen;
    private final boolean seen;
    private final String what;
    private long next = System.nanoTime() + PATIENCE;
    private boolean shown;

    private Progress(PrintWriter screen, boolean seen, String what) {
        this.screen = screen;
        this.seen = seen;
        this.what = what;
    }

    /** Nothing is said to a program, or into a file. */
    static Progress of(Voice voice, String what) {
        return new Progress(voice.err(), !voice.isJson() && isTerminal(), what);
    }

    /** Nobody looks. */
    static Progress unseen() {
        return new Progress(new PrintWriter(Writer.nullWriter()), false, "");
    }

    /** So many of so many are done. */
    synchronized void at(long done, long all) {
        long now = System.nanoTime();
        if (seen && now - next >= 0) {
            screen.print(OVER + what + " " + done + "/" + all);
            screen.flush();
            shown = true;
            next = now + PAUSE;
        }
    }

    /** Takes back what was said. */
    @Override
    public synchronized void close() {
        if (shown) {
            screen.print(OVER);
            screen.flush();
        }
    }

    /** From Java 22 on there is a console without a terminal, too; before, {@code isTerminal} is not there to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
