package io.quanyi.release;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programmes of the tests whose catalogues declare measures and codes, with a case for both sides of each condition in their rules. */
class DeclaredProgrammesTests {

    private static final SourceTree TREE = SourceTree.ofFolder(Path.of("src/test/resources/io/quanyi/measure/rules"));

    @ParameterizedTest
    @CsvSource({"acme-platform, 7", "harbor-care, 7"})
    void theirFilesHaveNoFaultAndTheirCasesPass(String programme, int cases) {
        ReleaseId id = RulesTree.candidates(TREE).stream()
                .filter(candidate -> candidate.programme().equals(programme))
                .findFirst()
                .orElseThrow();
        Faults faults = new Faults();
        ProgrammeRelease release = requireNonNull(
                RulesTree.draft(TREE, id, faults), () -> faults.sorted().toString());
        List<CaseFile> files = ReleaseCheck.check(release, RulesTree.policyFiles(TREE, id), faults);

        assertThat(faults.sorted()).isEmpty();
        assertThat(files)
                .flatExtracting(CaseFile::cases)
                .hasSize(cases)
                .allSatisfy(one -> assertThat(new CaseRun(release).faults(one)).isEmpty());
    }
}
