package io.quanyi.workshop.command;

import io.quanyi.source.FaultsFound;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * An argument that a call lacks, for which the person at the terminal is asked. The answer is added to the call, and the call is made
 * again; so each argument is read in one way, wherever it comes from.
 */
public final class MissingArgument {

    private final WorkshopCommand command;
    private final Asking asking;
    private final ArgSpec argument;
    private final BufferedReader terminal;

    private MissingArgument(WorkshopCommand command, Asking asking, ArgSpec argument, BufferedReader terminal) {
        this.command = command;
        this.asking = asking;
        this.argument = argument;
        this.terminal = terminal;
    }

    /** A command that asks for its arguments. The arguments given in the call are set before the command is asked about another one. */
    public interface Asking {

        /** The values of which one has to be given; empty if they cannot be listed. */
        List<String> choices(ArgSpec argument);

        /**
         * Refuses a wrong value.
         *
         * @throws InvalidCall with the reason
         */
        void requireValue(ArgSpec argument, String value);
    }

    /**
     * The call with the argument that it lacks.
     *
     * @return empty if the call is wrong for another reason, if no person can be asked, or if the input ends
     */
    public static Optional<String[]> completed(ParameterException wrong, String[] call) {
        return of(wrong, call)
                .flatMap(MissingArgument::ask)
                .map(answer ->
                        Stream.concat(Arrays.stream(call), Stream.of(answer)).toArray(String[]::new));
    }

    private static Optional<MissingArgument> of(ParameterException wrong, String[] call) {
        ArgSpec argument = missing(wrong);
        Optional<BufferedReader> terminal =
                CallTerminal.of(wrong.getCommandLine().getCommandSpec());
        if (argument == null
                || terminal.isEmpty()
                || List.of(call).contains("--")
                || !(wrong.getCommandLine().getCommand() instanceof WorkshopCommand command)
                || !(command instanceof Asking asking)
                || command.output().isJson()) {
            return Optional.empty();
        }
        return Optional.of(new MissingArgument(command, asking, argument, terminal.get()));
    }

    private static @Nullable ArgSpec missing(ParameterException wrong) {
        return wrong instanceof MissingParameterException several
                ? several.getMissing().get(0)
                : wrong instanceof InvalidCall ? wrong.getArgSpec() : null;
    }

    /** The answer as it stands in a call. Rules that are not there, or that cannot be read, leave nothing to choose from. */
    private Optional<String> ask() {
        try {
            command.rules().tree();
            List<String> choices = asking.choices(argument);
            command.output().err().println(String.join(" ", argument.description()));
            if (!choices.isEmpty()) {
                command.output()
                        .err()
                        .println(command.output()
                                .text("ask.one-of", command.output().list(choices)));
            }
            return answer().map(value ->
                    argument instanceof OptionSpec option ? option.longestName() + "=" + value : value);
        } catch (InvalidCall | FaultsFound e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line with a value that holds; empty at the end of the input. */
    private Optional<String> answer() throws IOException {
        while (true) {
            command.output().err().print(name() + "> ");
            command.output().err().flush();
            String line = terminal.readLine();
            if (line == null) {
                command.output().err().println();
                return Optional.empty();
            }
            if (isRight(line.strip())) {
                return Optional.of(line.strip());
            }
        }
    }

    private boolean isRight(String value) {
        if (value.isEmpty()) {
            return false;
        }
        try {
            asking.requireValue(argument, value);
            return true;
        } catch (InvalidCall wrong) {
            command.output().err().println(wrong.getMessage());
            return false;
        }
    }

    private String name() {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
