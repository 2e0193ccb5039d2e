package io.quanyi.workshop;

import io.quanyi.process.FatalErrors;
import io.quanyi.text.Texts;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The end of a command that memory does not suffice for: said in words, instead of a trace of calls. */
final class MemoryShortage {

    private MemoryShortage() {}

    /** Executes a command; says so if memory did not suffice, also where something else wraps that. */
    static int told(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            return say(parsed);
        } catch (ExecutionException e) {
            Throwable fatal = FatalErrors.behind(e);
            if (fatal == null) {
                throw e;
            }
            return say(parsed);
        }
    }

    private static int say(ParseResult parsed) {
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
                    .println(Texts.of(SpokenLanguage.of(parsed.commandSpec()), "workshop.memory"));
        }
        return FatalErrors.EXIT_CODE;
    }
}
