package io.quanyi.workshop.command;

import java.io.BufferedReader;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the terminal of a call, at which a person can be asked. A call from a script has none; a test gives its own. */
public final class CallTerminal {

    private CallTerminal() {}

    /** The root command, which has the terminal. */
    public interface Holder {

        /** The input of the person at the terminal; empty if no person can be asked. */
        Optional<BufferedReader> terminal();
    }

    /** The terminal of the call to which a command belongs. */
    static Optional<BufferedReader> of(CommandSpec command) {
        return command.root().userObject() instanceof Holder holder ? holder.terminal() : Optional.empty();
    }
}
