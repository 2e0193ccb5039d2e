package io.quanyi.workshop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.CheckSummary.Depth;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the messages for slips of authors in copies of the shipped rules: each names the place, the fault, and the remedy. */
@Tag("slow")
class BrokenCopiesTests {

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));
    private static final SourceTree TABLES =
            SourceTree.ofFolder(Path.of("src", "test", "resources", "io", "quanyi", "workshop", "broken-copies"));

    private static final String SHARES = "kingdee-galaxy-onprem";
    private static final String SHARED = "kingdee-galaxy-public";

    @TempDir
    private Path folder;

    record Table(List<Copy> copies) {}

    /**
     * One slip.
     *
     * @param file below the programme's folder, or a calendar
     * @param replace what stands there first, and {@code by} what is put instead
     * @param command that must notice it
     * @param line of the fault; 0 where only the file is to blame
     * @param en words of the fault in English, and {@code zh} in Chinese
     */
    record Copy(
            String what,
            String file,
            String replace,
            String by,
            String command,
            String fault,
            int line,
            String en,
            String zh) {}

    record Broken(String programme, Copy copy) {
        @Override
        public String toString() {
            return programme + ": " + copy.what();
        }

        String path() {
            return copy.file().startsWith("calendars/") ? copy.file() : programme + "/" + copy.file();
        }
    }

    static Stream<Broken> copies() {
        return TABLES.under("").stream().flatMap(file -> {
            String programme = file.path().replace(".yaml", "");
            return table(file).copies().stream().map(copy -> new Broken(programme, copy));
        });
    }

    @ParameterizedTest
    @MethodSource("copies")
    void aSlipIsFoundAtItsPlaceAndSaidInPlainWords(Broken broken) throws IOException {
        SourceTree tree = edited(broken);
        Copy copy = broken.copy();
        FaultsFound found = found(tree, copy.command().equals("test") ? Depth.CASES : Depth.DRAFTS);
        assertThat(found.faults()).anySatisfy(fault -> assertExpected(fault, broken));
        write(tree);
        assertSaid(CommandLineRun.of(copy.command(), "--rules", folder), found, Language.ENGLISH);
    }

    /** Every slip is said in both languages above; here one of each programme goes all the way, in Chinese. */
    @ParameterizedTest
    @MethodSource("firstCopies")
    void aChineseSystemSaysItInChinese(Broken broken) throws IOException {
        SourceTree tree = edited(broken);
        FaultsFound found = found(tree, Depth.DRAFTS);
        write(tree);
        assertSaid(CommandLineRun.in(Locale.CHINA, "check", "--rules", folder), found, Language.CHINESE);
    }

    static Stream<Broken> firstCopies() {
        return TABLES.under("").stream()
                .map(file -> new Broken(
                        file.path().replace(".yaml", ""), table(file).copies().get(0)));
    }

    @Test
    void everyProgrammeHasTenSlipsOfItsOwn() {
        assertThat(TABLES.under("").stream().map(file -> file.path().replace(".yaml", "")))
                .containsExactlyInAnyOrderElementsOf(RulesTree.programmes(SHIPPED));
        assertThat(copies().map(Broken::programme))
                .hasSize(10 * TABLES.under("").size());
        assertThat(copies().map(broken -> broken.copy().what())).doesNotHaveDuplicates();
    }

    private static void assertExpected(Fault fault, Broken broken) {
        Copy copy = broken.copy();
        assertThat(fault.code()).isEqualTo(copy.fault());
        assertThat(fault.position().line()).isEqualTo(copy.line());
        assertThat(fault.message(Language.ENGLISH)).contains(copy.en());
        assertThat(fault.message(Language.CHINESE)).contains(copy.zh());
    }

    private static void assertSaid(CommandLineRun run, FaultsFound found, Language language) {
        assertThat(run.status()).isEqualTo(WorkshopCommand.FAULTY);
        assertThat(run.out()).isEmpty();
        assertThat(found.faults()).allSatisfy(fault -> assertThat(run.err()).contains(fault.message(language)));
    }

    private static FaultsFound found(SourceTree tree, Depth depth) {
        return requireNonNull(
                catchThrowableOfType(
                        FaultsFound.class,
                        () -> CheckSummary.of(tree, List.of(), depth, false, Instant.EPOCH, ProgressLine.unseen())),
                "no fault is found");
    }

    /** The programme, the one whose rules it shares, and what all programmes have in common. */
    private static SourceTree edited(Broken broken) {
        List<SourceFile> files = new ArrayList<>();
        for (String prefix : List.of(broken.programme() + "/", "calendars/", "readings.yaml")) {
            files.addAll(SHIPPED.under(prefix));
        }
        if (broken.programme().equals(SHARES)) {
            files.addAll(SHIPPED.under(SHARED + "/"));
        }
        SourceFile file = requireNonNull(SHIPPED.file(broken.path()), broken::path);
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        int at = text.indexOf(broken.copy().replace());
        assertThat(at).as("%s says %s", file.path(), broken.copy().replace()).isNotNegative();
        String changed = text.substring(0, at)
                + broken.copy().by()
                + text.substring(at + broken.copy().replace().length());
        return SourceTree.of(files).with(new SourceFile(file.path(), changed.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(SourceTree tree) throws IOException {
        for (SourceFile file : tree.under("")) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, file.bytes());
        }
    }

    private static Table table(SourceFile file) {
        Faults faults = new Faults();
        Tree tree = YamlReader.read(file, faults);
        faults.throwIfAny();
        return new RecordBinder(faults).require(requireNonNull(tree), Table.class);
    }
}
