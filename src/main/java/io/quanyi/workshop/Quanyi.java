package io.quanyi.workshop;

import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import io.quanyi.workshop.check.CheckCommand;
import io.quanyi.workshop.check.PackCommand;
import io.quanyi.workshop.check.SealCommand;
import io.quanyi.workshop.check.TestCommand;
import io.quanyi.workshop.command.CallClock;
import io.quanyi.workshop.command.CallLanguage;
import io.quanyi.workshop.command.CallTerminal;
import io.quanyi.workshop.command.WorkshopCommand;
import io.quanyi.workshop.coverage.CoverageCommand;
import io.quanyi.workshop.decide.DecideCommand;
import io.quanyi.workshop.document.NewClausesCommand;
import io.quanyi.workshop.explain.ExplainCommand;
import io.quanyi.workshop.guide.ClausesCommand;
import io.quanyi.workshop.guide.NextCommand;
import io.quanyi.workshop.impact.ImpactCommand;
import io.quanyi.workshop.index.IndexCommand;
import io.quanyi.workshop.matrix.MatrixCommand;
import io.quanyi.workshop.needs.CodesCommand;
import io.quanyi.workshop.needs.FactsCommand;
import io.quanyi.workshop.publish.KeyCommand;
import io.quanyi.workshop.publish.PublishCommand;
import io.quanyi.workshop.publish.WithdrawCommand;
import io.quanyi.workshop.scaffold.NewCommand;
import io.quanyi.workshop.store.StoreCommand;
import io.quanyi.workshop.table.NewDenialsCommand;
import io.quanyi.workshop.table.NewServicesCommand;
import io.quanyi.workshop.table.NewTableCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code quanyi}, with a subcommand for each step from a changed document to a published release. */
@Command(
        name = "quanyi",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 100,
        subcommands = {
            NextCommand.class,
            NewCommand.class,
            ClausesCommand.class,
            CheckCommand.class,
            TestCommand.class,
            CoverageCommand.class,
            ExplainCommand.class,
            DecideCommand.class,
            ImpactCommand.class,
            MatrixCommand.class,
            FactsCommand.class,
            CodesCommand.class,
            SealCommand.class,
            PublishCommand.class,
            WithdrawCommand.class,
            PackCommand.class,
            StoreCommand.class,
            IndexCommand.class,
            KeyCommand.class
        })
public final class Quanyi implements CallLanguage.Holder, CallClock.Holder, CallTerminal.Holder {

    private final Clock clock;
    private final Optional<BufferedReader> terminal;
    private Language language;

    Quanyi(Language language, Clock clock, Optional<BufferedReader> terminal) {
        this.language = language;
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public Optional<BufferedReader> terminal() {
        return terminal;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Language language() {
        return language;
    }

    @Option(
            names = CallLanguage.OPTION,
            scope = ScopeType.INHERIT,
            paramLabel = "TAG",
            converter = CallLanguage.Tag.class)
    void speak(Language named) {
        language = named;
    }

    /**
     * Runs one subcommand and ends the process with its exit status: 0 for success, 1 for faults, 2 for an invalid call, 3 if the memory
     * is too small.
     */
    public static void main(String[] arguments) {
        System.exit(run(Clock.systemUTC(), console(), writer(System.out), writer(System.err), arguments));
    }

    private static Optional<BufferedReader> console() {
        return Optional.ofNullable(System.console()).map(console -> new BufferedReader(console.reader()));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, charset());
    }

    /** The charset of the system. ASCII means that none is set; such terminals show UTF-8. */
    private static Charset charset() {
        Charset named = Charset.defaultCharset();
        return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
    }

    /** All commands, with their help in a language. Texts and tables build on the other scaffolds, so their commands are added from outside. */
    static CommandLine commandLine(Language language, Clock clock, Optional<BufferedReader> terminal) {
        CommandLine quanyi = new CommandLine(new Quanyi(language, clock, terminal));
        Objects.requireNonNull(quanyi.getSubcommands().get("new"))
                .addSubcommand(new NewClausesCommand())
                .addSubcommand(new NewServicesCommand())
                .addSubcommand(new NewDenialsCommand())
                .addSubcommand(new NewTableCommand());
        return quanyi.setResourceBundle(new HelpTexts(language));
    }

    static int run(
            Clock clock, Optional<BufferedReader> terminal, PrintWriter out, PrintWriter err, String... arguments) {
        Language language = CallLanguage.of(arguments);
        return commandLine(language, clock, terminal)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(new InvalidCallHandler(language))
                .setExecutionStrategy(MemoryShortage::execute)
                .setExecutionExceptionHandler(faults())
                .execute(arguments);
    }

    private static IExecutionExceptionHandler faults() {
        return (exception, command, parsed) -> {
            if (exception instanceof FaultsFound found && command.getCommand() instanceof WorkshopCommand faulty) {
                faulty.complain(found.faults());
                return WorkshopCommand.FAULTY;
            }
            if (exception instanceof IOException trouble && command.getCommand() instanceof WorkshopCommand faulty) {
                faulty.complain(trouble);
                return WorkshopCommand.FAULTY;
            }
            throw exception;
        };
    }
}
