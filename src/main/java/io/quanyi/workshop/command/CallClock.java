package io.quanyi.workshop.command;

import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the clock of a call. Only the process knows the time; a test gives its own. */
public final class CallClock {

    private CallClock() {}

    /** The root command, which has the clock. */
    public interface Holder {

        /** The clock of the process. */
        Clock clock();
    }

    /** The clock of the call to which a command belongs. */
    static Clock of(CommandSpec command) {
        return ((Holder) command.root().userObject()).clock();
    }
}
