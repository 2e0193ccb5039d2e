package io.quanyi.workshop.check;

import io.quanyi.source.SourceTree;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks rules and packs them into a zip, from which the service serves them by default. The same rules give the same bytes. */
@Command(name = "pack")
public final class PackCommand extends WorkshopCommand {

    @Parameters(paramLabel = "ZIP", descriptionKey = "zip")
    private Path zip = Path.of("rules.zip");

    @Override
    public Integer call() throws IOException {
        SourceTree tree = rules().tree();
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.check"))) {
            CheckSummary.of(tree, List.of(), CheckSummary.Depth.PARTS, false, output().now(), progress);
        }
        Files.createDirectories(zip.toAbsolutePath().getParent());
        SourceTree.writeZip(Files.newOutputStream(zip), tree.under(""));
        return 0;
    }
}
