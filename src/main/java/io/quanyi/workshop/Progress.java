package io.quanyi.workshop;

import java.io.Console;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;

/** Says how far something is, once it takes longer than a second, to whoever sits before a terminal. */
final class Progress implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(1).toMillis();
    private static final long PAUSE = Duration.ofMillis(200).toMillis();

    /** Back to the beginning of the line, and the rest of it cleared. */
    private static final String OVER = "\r\u001b[K";

    private final PrintWriter screen;
    private final String what;
    private final Thread telling = new Thread(this::tell, "progress");
    private volatile String reached = "";

    private Progress(PrintWriter screen, String what) {
        this.screen = screen;
        this.what = what;
        telling.setDaemon(true);
    }

    /** Nothing is said to a program, or into a file. */
    static Progress of(Voice voice, String what) {
        Progress progress = new Progress(voice.err(), what);
        if (!voice.isJson() && isTerminal()) {
            progress.telling.start();
        }
        return progress;
    }

    /** Nobody looks. */
    static Progress unseen() {
        return new Progress(new PrintWriter(Writer.nullWriter()), "");
    }

    /** So many of so many are done. */
    void at(long done, long all) {
        reached = " " + done + "/" + all;
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

    /** Takes back what was said. */
    @Override
    public void close() {
        telling.interrupt();
        try {
            telling.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
