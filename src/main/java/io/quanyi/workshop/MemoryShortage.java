package io.quanyi.workshop;

import io.quanyi.process.FatalErrors;
import io.quanyi.text.Texts;
import io.quanyi.workshop.command.CallLanguage;
import io.quanyi.workshop.command.WorkshopCommand;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Ends a command that runs out of memory with a message, in place of a stack trace. */
final class MemoryShortage {

    private MemoryShortage() {}

    /** Executes a command, and prints a message if it runs out of memory, also if another exception wraps the error. */
    static int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            return report(parsed);
        } catch (ExecutionException e) {
            Throwable fatal = FatalErrors.behind(e);
            if (fatal == null) {
                throw e;
            }
            return report(parsed);
        }
    }

    private static int report(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (last.commandSpec().userObject() instanceof WorkshopCommand command) {
            command.lackMemory();
        } else {
            parsed.commandSpec()
                    .commandLine()
                    .getErr()
                    .println(Texts.of(CallLanguage.of(parsed.commandSpec()), "workshop.memory"));
        }
        return FatalErrors.EXIT_CODE;
    }
}
