package io.quanyi.workshop;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerWriter;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import io.quanyi.text.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a release into a ledger, once everything about it holds. */
@Command(name = "seal")
final class Seal extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--policy", required = true)
    private String policy = "";

    @Option(names = "--catalogue", required = true)
    private String catalogue = "";

    @Option(names = "--calendars", required = true)
    private String calendars = "";

    @Option(names = "--effective-from")
    private @Nullable OffsetDateTime effectiveFrom;

    @Option(names = "--published-at", required = true)
    private OffsetDateTime publishedAt = OffsetDateTime.MIN;

    @Option(names = "--by", required = true)
    private String publishedBy = "";

    @Option(names = "--note-zh", required = true)
    private String noteInChinese = "";

    @Option(names = "--note-en", required = true)
    private String noteInEnglish = "";

    @Option(names = "--accept-uncompared", descriptionKey = "accept-uncompared-in-ledger")
    private boolean acceptUncompared;

    @Override
    public Integer call() throws IOException {
        SourceTree tree = rules().tree();
        Names note = new Names(Map.of(
                Language.CHINESE.tag(), noteInChinese,
                Language.ENGLISH.tag(), noteInEnglish));
        SourceFile ledger = LedgerWriter.sealed(
                tree,
                programme,
                policy,
                catalogue,
                calendars,
                effectiveFrom,
                publishedAt,
                publishedBy,
                note,
                accepted());
        try (Progress progress = Progress.of(voice(), voice().text("progress.check"))) {
            Inspection.of(tree.with(ledger), List.of(programme), Inspection.Depth.CASES, acceptUncompared, progress);
        }
        Path file = rules().folder().resolve(ledger.path());
        write(file, ledger.bytes());
        if (voice().isJson()) {
            voice().json(Map.of("sealed", file.toString()));
        } else {
            voice().say("sealed", file);
        }
        return 0;
    }

    private @Nullable List<String> accepted() {
        return acceptUncompared ? List.of(LedgerEntry.NOT_COMPARED) : null;
    }

    /** The old ledger stands until the new one is complete. */
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
