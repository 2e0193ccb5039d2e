package io.quanyi.workshop.store;

import io.quanyi.release.ReleaseCache;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.TimelineLoader;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.copy.StoreContent;
import io.quanyi.store.copy.StoreCopy;
import io.quanyi.workshop.command.FileErrorText;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Copies a store to an empty place: to move it to another kind of store, to back it up in a file, and to restore it from one. The releases
 * are checked against the digests of their ledgers before, and the copy is read and compared after.
 */
@Command(name = "copy")
final class StoreCopyCommand implements Callable<Integer> {

    /**
     * The result of a copy, as JSON.
     *
     * @param releases how many releases of all programmes there are
     * @param drafts how many drafts there are
     * @param files how many files that makes
     * @param digest the digest of all files
     */
    record Copied(int releases, int drafts, int files, String digest) {}

    @Parameters(index = "0", paramLabel = "FROM", descriptionKey = "from")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", descriptionKey = "to")
    private String to = "";

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        Path scratch = Files.createTempDirectory("quanyi-store-");
        try {
            print(copied(scratch));
            return 0;
        } catch (StoreFailure e) {
            return refused(List.of(e.fault()));
        } catch (FaultsFound e) {
            return refused(e.faults());
        } catch (IOException e) {
            output.err().println(output.text("trouble", FileErrorText.of(e, output.language())));
            return WorkshopCommand.FAULTY;
        } finally {
            delete(scratch);
        }
    }

    private Copied copied(Path scratch) throws IOException {
        StorePlaces places = new StorePlaces(
                System.getenv(), Clock.fixed(output.now(), ZoneOffset.UTC), scratch, output.text("store.first-commit"));
        StoreContent content = places.of(from).read();
        ServedReleases releases = TimelineLoader.proven(content.tree(), null, new ReleaseCache(0), output.now());
        String digest = StoreCopy.begin(places.of(to), content);
        return new Copied(
                releases.timelines().stream()
                        .mapToInt(timeline -> timeline.entries().size())
                        .sum(),
                content.drafts().size(),
                content.tree().under("").size(),
                digest);
    }

    private void print(Copied copied) {
        if (output.isJson()) {
            output.json(copied);
        } else {
            output.say("store.copied", copied.releases(), copied.drafts(), copied.files(), copied.digest());
        }
    }

    private int refused(List<Fault> faults) {
        faults.forEach(fault -> output.err().println(fault.describe(output.language())));
        return WorkshopCommand.FAULTY;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
