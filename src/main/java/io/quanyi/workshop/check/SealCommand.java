package io.quanyi.workshop.check;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerWriter;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.wire.ProblemError;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.FaultPrinter;
import io.quanyi.workshop.command.NoteOptions;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a release to the ledger of a programme, if it passes every check and its cases. */
@Command(name = "seal")
public final class SealCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--policy", required = true, paramLabel = "VERSION")
    private String policy = "";

    @Option(names = "--catalogue", required = true, paramLabel = "VERSION")
    private String catalogue = "";

    @Option(names = "--calendars", required = true, paramLabel = "VERSION")
    private String calendars = "";

    @Option(names = "--effective-from", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime effectiveFrom;

    @Option(names = "--published-at", required = true, paramLabel = "INSTANT")
    private OffsetDateTime publishedAt = OffsetDateTime.MIN;

    @Option(names = "--by", required = true, paramLabel = "NAME")
    private String publishedBy = "";

    @Mixin
    private final NoteOptions note = new NoteOptions();

    @Option(names = "--accept-uncompared", descriptionKey = "accept-uncompared-in-ledger")
    private boolean acceptUncompared;

    @Option(names = "--keep-later-releases")
    private boolean keepLaterReleases;

    @Override
    public Integer call() throws IOException {
        SourceTree tree = rules().tree();
        SourceFile ledger = LedgerWriter.sealed(
                tree,
                programme,
                policy,
                catalogue,
                calendars,
                effectiveFrom,
                publishedAt,
                publishedBy,
                note.note(output()),
                accepted());
        CheckSummary found;
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.check"))) {
            found = CheckSummary.of(
                    tree.with(ledger),
                    List.of(programme),
                    CheckSummary.Depth.CASES,
                    acceptUncompared,
                    output().now(),
                    progress);
        }
        List<Fault> ended = found.endedChanges(RulesTree.sealed(tree, programme).size() + 1);
        if (!ended.isEmpty() && !keepLaterReleases) {
            throw new FaultsFound(ended);
        }
        Path file = rules().folder().resolve(ledger.path());
        write(file, ledger.bytes());
        if (output().isJson()) {
            output().json(new Answer(file.toString(), ProblemError.all(found.changedCases(), output().language())));
        } else {
            new FaultPrinter(rules(), output()).remark(found.changedCases());
            output().say("sealed", file);
        }
        return 0;
    }

    /** The result as JSON: the ledger, and the cases that the release answers differently than the first of its policy. */
    record Answer(String sealed, List<ProblemError> changedCases) {}

    private @Nullable List<String> accepted() {
        return acceptUncompared ? List.of(LedgerEntry.NOT_COMPARED) : null;
    }

    /** Replaces the ledger. The old one remains until the new one is complete. */
    private static void write(Path file, byte[] ledger) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".releases", ".yaml");
        try {
            Files.write(draft, ledger);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
