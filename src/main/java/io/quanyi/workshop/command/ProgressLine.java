package io.quanyi.workshop.command;

import java.io.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;

/** A line on the terminal that shows how far a command is, once the command has run for a second. */
public final class ProgressLine implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(1).toMillis();
    private static final long PAUSE = Duration.ofMillis(200).toMillis();

    /** Moves the cursor to the beginning of the line and clears the line. */
    private static final String OVER = "\r\u001b[K";

    private final PrintWriter screen;
    private final String what;
    private final Thread telling = new Thread(this::tell, "progress");
    private volatile String reached = "";

    private ProgressLine(PrintWriter screen, String what) {
        this.screen = screen;
        this.what = what;
        telling.setDaemon(true);
    }

    /**
     * Starts a line; nothing is shown if the output is JSON or no terminal.
     *
     * @param output the output of the command
     * @param what the text before the numbers
     */
    public static ProgressLine of(Output output, String what) {
        ProgressLine progress = new ProgressLine(output.err(), what);
        if (!output.isJson() && isTerminal()) {
            progress.telling.start();
        }
        return progress;
    }

    /** A line that is never shown. */
    public static ProgressLine unseen() {
        return new ProgressLine(new PrintWriter(Writer.nullWriter()), "");
    }

    /** Sets the numbers that are shown: how many steps are done, of how many. */
    public void at(long done, long all) {
        reached = " " + done + "/" + all;
    }

    /** Sets the number that is shown where nobody knows of how many: how many steps are done. */
    public void at(long done) {
        reached = " " + done;
    }

    private void tell() {
        try {
            Thread.sleep(PATIENCE);
            while (true) {
                screen.print(OVER + what + reached);
                screen.flush();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            screen.print(OVER);
            screen.flush();
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        telling.interrupt();
        try {
            telling.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the console is a terminal. From Java 22 on it may be none; earlier versions have no method {@code isTerminal}. */
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
