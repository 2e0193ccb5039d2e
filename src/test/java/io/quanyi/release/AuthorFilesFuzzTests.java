package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Programme;
import io.quanyi.catalogue.Readings;
import io.quanyi.catalogue.calendar.CalendarReader;
import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.policy.SharedPolicy;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Fuzzed;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzz tests of the files that authors write beside rules: no bytes make a reader fail, nor a tree of rules that
 * contains them.
 */
class AuthorFilesFuzzTests {

    private static final SourceTree TREE = TinyRules.sealed().tree();

    private static final List<String> PLACES = List.of(
            "readings.yaml",
            "calendars/2026-01-01/cn/2026.yaml",
            "tiny/programme.yaml",
            "tiny/releases.yaml",
            "tiny/catalogue/2026-01-01.yaml",
            "tiny/policy/1/clauses.yaml",
            "tiny/policy/1/help.cases.yaml",
            "tiny/policy/1/shared.yaml");

    static Stream<byte[]> seeds() {
        return Stream.concat(
                Fuzzed.files(Path.of("rules"), ".yaml").filter(bytes -> bytes.length < 20_000),
                TREE.under("").stream().map(SourceFile::bytes));
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "files.dict")
    @FuzzTest(maxDuration = "15s")
    void noFileMakesAReaderFail(byte[] bytes) {
        Fuzzed.soon(() -> {
            Faults faults = new Faults();
            read(new SourceFile("a.yaml", bytes), faults);
            faults.sorted().forEach(AuthorFilesFuzzTests::assertReadable);
        });
        if (Fuzzed.oneIn(64, bytes)) {
            PLACES.forEach(place -> check(TREE.with(new SourceFile(place, bytes))));
        }
    }

    private static void read(SourceFile file, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        if (tree != null) {
            new RecordBinder(faults).bind(tree, Programme.class);
            CaseFile.read(file, "tiny", faults);
            Clauses.read(file, Set.of(), true, faults);
            Readings.read(file, faults);
            SharedPolicy.read(file, faults);
            CatalogueReader.read(file, "1", faults);
            CalendarReader.read(List.of(file), faults);
            Ledger.of(SourceTree.of(List.of(new SourceFile("tiny/releases.yaml", file.bytes()))), "tiny", faults);
        }
    }

    private static void check(SourceTree tree) {
        Faults faults = new Faults();
        try {
            for (ReleaseId id : RulesTree.candidates(tree)) {
                CheckedRelease.of(tree, id, CheckScope.answers(), faults);
            }
            RulesTree.load(tree);
        } catch (FaultsFound e) {
            e.faults().forEach(faults::add);
        }
        faults.sorted().forEach(AuthorFilesFuzzTests::assertReadable);
    }

    /** Checks that each language has a text, in characters that a terminal shows and does not obey. */
    static void assertReadable(Fault fault) {
        for (Language language : Language.values()) {
            assertThat(fault.describe(language)).isNotBlank().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
        }
    }
}
