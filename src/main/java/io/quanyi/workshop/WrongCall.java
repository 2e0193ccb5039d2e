package io.quanyi.workshop;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A call that makes no sense; its message is in the language of the call. */
final class WrongCall extends ParameterException {

    private static final long serialVersionUID = 1L;

    WrongCall(CommandLine command, String message) {
        super(command, message);
    }
}
