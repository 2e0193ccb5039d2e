package io.quanyi.workshop;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command {@code quanyi}: what policy authors, and the build, do with a tree of rules; and keys for the service. */
@Command(
        name = "quanyi",
        mixinStandardHelpOptions = true,
        description = "Checks, tests, seals, packs and indexes rules; makes API keys.",
        subcommands = {Check.class, Test.class, Seal.class, Pack.class, Index.class, Key.class})
public final class Quanyi {

    /** The exit status for rules that do not hold. */
    static final int FAULTY = 1;

    /** Runs one subcommand: 0 if all is well, 1 for faults, 2 for a wrong call. */
    public static void main(String[] arguments) {
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Quanyi())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(faults())
                .execute(arguments);
    }

    private static IExecutionExceptionHandler faults() {
        return (exception, command, parsed) -> {
            if (!(exception instanceof FaultsFound found)) {
                throw exception;
            }
            for (Fault fault : found.faults()) {
                command.getErr().println(fault.describe(WorkshopLanguage.asked()));
            }
            int count = found.faults().size();
            command.getErr().println(count == 1 ? "1 fault" : count + " faults");
            return FAULTY;
        };
    }
}
