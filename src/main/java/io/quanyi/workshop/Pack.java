package io.quanyi.workshop;

import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Packs checked rules into one file, which the service serves by default. The same rules give the same bytes. */
@Command(name = "pack")
final class Pack extends WorkshopCommand {

    @Parameters(paramLabel = "ZIP", descriptionKey = "zip")
    private Path zip = Path.of("rules.zip");

    @Override
    public Integer call() throws IOException {
        SourceTree tree = rules().tree();
        try (Progress progress = Progress.of(voice(), voice().text("progress.check"))) {
            Inspection.of(tree, List.of(), Inspection.Depth.PARTS, false, progress);
        }
        Files.createDirectories(zip.toAbsolutePath().getParent());
        SourceTree.writeZip(Files.newOutputStream(zip), tree.under(""));
        return 0;
    }
}
