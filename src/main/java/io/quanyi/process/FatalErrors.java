package io.quanyi.process;

import org.jspecify.annotations.Nullable;

/**
 * Errors of the virtual machine after which the process must not go on: {@link OutOfMemoryError} and {@link InternalError}. Each may
 * have ended a thread that the server cannot do without, and a process that accepts connections and never answers is worse than none:
 * a supervisor starts one that has ended again. A {@link StackOverflowError} is not fatal: it ends the work of one request.
 */
public final class FatalErrors {

    /** The exit code: the one of {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int EXIT_CODE = 3;

    /** Causes that are looked through: more only where they form a circle. */
    private static final int DEEPEST = 50;

    private FatalErrors() {}

    /** Ends the process from now on when a thread ends with a fatal error; otherwise prints the error that ended the thread, as usual. */
    public static void endOnUncaught() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endIfFatal(failure);
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            failure.printStackTrace();
        });
    }

    /** Ends the process if the failure, or anything that caused it, is fatal: one line on the error stream, no hooks, no waiting. */
    public static void endIfFatal(@Nullable Throwable failure) {
        Throwable fatal = behind(failure);
        if (fatal != null) {
            end(fatal);
        }
    }

    /** The fatal error that the failure is, or that caused it; null where none did. */
    public static @Nullable Throwable behind(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Telling may fail for want of memory; ending does not. */
    private static void end(Throwable fatal) {
        try {
            System.err.println("quanyi: " + fatal + ": the process ends with exit code " + EXIT_CODE);
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
