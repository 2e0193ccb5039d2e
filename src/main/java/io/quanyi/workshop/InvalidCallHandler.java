package io.quanyi.workshop;

import io.quanyi.text.ClosestWord;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.command.InvalidCall;
import io.quanyi.workshop.command.MissingArgument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Asks the person at the terminal for an argument that a call lacks. Without a terminal, prints in one line why a call is invalid, and in a second how to show the help. The messages of picocli are not shown, because they are
 * in English and name Java classes.
 *
 * @param language the language of the call
 */
record InvalidCallHandler(Language language) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] call) {
        Optional<String[]> completed = MissingArgument.completed(wrong, call);
        if (completed.isPresent()) {
            return wrong.getCommandLine().getCommandSpec().root().commandLine().execute(completed.get());
        }
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        wrong.getCommandLine().getErr().println(message(wrong));
        wrong.getCommandLine().getErr().println(text("more-help", command));
        return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    private String message(ParameterException wrong) {
        if (wrong instanceof InvalidCall) {
            return String.valueOf(wrong.getMessage());
        }
        if (wrong instanceof MissingParameterException missing) {
            return text(
                    "missing",
                    list(missing.getMissing().stream()
                            .map(InvalidCallHandler::name)
                            .toList()));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        ArgSpec argument = wrong.getArgSpec();
        return argument == null ? withoutArgument(wrong) : ofArgument(wrong, argument);
    }

    /** The message for an unknown argument: an option, a subcommand, or one word too many. */
    private String unmatched(UnmatchedArgumentException wrong) {
        String first = wrong.getUnmatched().get(0);
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        boolean option = wrong.isUnknownOption();
        boolean subcommand = !option && !command.subcommands().isEmpty();
        Set<String> known =
                option ? command.optionsMap().keySet() : command.subcommands().keySet();
        return text(
                        option ? "unknown-option" : subcommand ? "unknown-command" : "unexpected",
                        subcommand ? first : list(wrong.getUnmatched()))
                + ClosestWord.near(first.replaceFirst("=.*", ""), known)
                        .map(closest -> Texts.of(language, "did-you-mean", List.of(closest)))
                        .orElse("");
    }

    private String ofArgument(ParameterException wrong, ArgSpec argument) {
        if (wrong instanceof OverwrittenOptionException) {
            return text("repeated", name(argument));
        }
        String value = wrong.getValue();
        return value == null
                ? text("value-missing", name(argument), type(argument))
                : text("value-wrong", name(argument), value, type(argument));
    }

    /** The message for an error of no argument: the subcommand is missing. */
    private String withoutArgument(ParameterException wrong) {
        List<String> commands =
                new ArrayList<>(wrong.getCommandLine().getSubcommands().keySet());
        return commands.isEmpty() ? text("wrong") : text("subcommand", list(commands));
    }

    private String type(ArgSpec argument) {
        Class<?> type = argument.type();
        String name = type.isPrimitive() || Number.class.isAssignableFrom(type) ? "Number" : type.getSimpleName();
        String code = "call.value." + name;
        return Texts.of(language, Texts.has(language, code) ? code : "call.value.Text");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private String list(List<String> items) {
        return Punctuation.of(language).list(items);
    }

    private String text(String code, String... arguments) {
        return Texts.of(language, "call." + code, Arrays.asList(arguments));
    }
}
