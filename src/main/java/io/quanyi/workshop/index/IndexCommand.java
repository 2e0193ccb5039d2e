package io.quanyi.workshop.index;

import io.quanyi.source.Faults;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the generated pages: a page for each programme, the reference, and the lists of readings. */
@Command(name = "index")
public final class IndexCommand extends WorkshopCommand {

    @Option(names = "--check")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        List<String> kept = new ArrayList<>();
        Faults outdated = new Faults();
        for (GeneratedPage page : GeneratedPages.of(rules().tree())) {
            Path file = rules().folder().toAbsolutePath().resolve(page.path()).normalize();
            if (page.made() || Files.exists(file)) {
                keep(page, file, outdated);
                kept.add(page.path());
            }
        }
        outdated.throwIfAny();
        tell(kept);
        return 0;
    }

    private void keep(GeneratedPage page, Path file, Faults outdated) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        String after = before.isEmpty() ? page.whole() : page.in(before);
        if (after.equals(before)) {
            return;
        }
        if (check) {
            outdated.add(page.fault("index-outdated"));
        } else {
            Files.writeString(file, after);
        }
    }

    private void tell(List<String> kept) {
        String key = check ? "up-to-date" : "written";
        if (output().isJson()) {
            output().json(Map.of(key, kept));
        } else {
            kept.forEach(
                    path -> output().say(key, rules().folder().resolve(path).normalize()));
        }
    }
}
