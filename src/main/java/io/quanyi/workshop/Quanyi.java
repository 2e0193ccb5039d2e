package io.quanyi.workshop;

import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code quanyi}: what policy authors, and the build, do with a tree of rules; and keys for the service. */
@Command(
        name = "quanyi",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 100,
        subcommands = {
            NewCommand.class,
            Check.class,
            Test.class,
            CoverageCommand.class,
            ExplainCommand.class,
            ImpactCommand.class,
            MatrixCommand.class,
            Seal.class,
            PublishCommand.class,
            Pack.class,
            Index.class,
            Key.class
        })
public final class Quanyi {

    /** The exit status for rules that do not hold. */
    static final int FAULTY = 1;

    private Language language;

    Quanyi(Language language) {
        this.language = language;
    }

    /** The language that everything is said in. */
    Language language() {
        return language;
    }

    @Option(
            names = SpokenLanguage.OPTION,
            scope = ScopeType.INHERIT,
            paramLabel = "TAG",
            converter = SpokenLanguage.Tag.class)
    void speak(Language named) {
        language = named;
    }

    /** Runs one subcommand: 0 if all is well, 1 for faults, 2 for a wrong call, 3 if memory did not suffice. */
    public static void main(String[] arguments) {
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, charset());
    }

    /** A system that names no language names no characters either, and shows those of ours. */
    private static Charset charset() {
        Charset named = Charset.defaultCharset();
        return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Language language = SpokenLanguage.of(arguments);
        return new CommandLine(new Quanyi(language))
                .setOut(out)
                .setErr(err)
                .setResourceBundle(new HelpTexts(language))
                .setParameterExceptionHandler(new WrongCalls(language))
                .setExecutionStrategy(MemoryShortage::told)
                .setExecutionExceptionHandler(faults())
                .execute(arguments);
    }

    private static IExecutionExceptionHandler faults() {
        return (exception, command, parsed) -> {
            if (exception instanceof FaultsFound found && command.getCommand() instanceof WorkshopCommand faulty) {
                faulty.complain(found.faults());
                return FAULTY;
            }
            if (exception instanceof IOException trouble && command.getCommand() instanceof WorkshopCommand faulty) {
                faulty.complain(trouble);
                return FAULTY;
            }
            throw exception;
        };
    }
}
