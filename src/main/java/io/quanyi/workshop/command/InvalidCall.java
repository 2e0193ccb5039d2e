package io.quanyi.workshop.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;

/** Ends a call whose arguments are wrong. Its message is in the language of the call. */
public final class InvalidCall extends ParameterException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param command the command that was called
     * @param message the reason, for the user
     */
    public InvalidCall(CommandLine command, String message) {
        super(command, message);
    }

    /**
     * Creates the exception for an argument that a call may lack only in some cases.
     *
     * @param argument the argument that this call lacks
     */
    InvalidCall(CommandLine command, String message, ArgSpec argument) {
        super(command, message, argument, null);
    }
}
