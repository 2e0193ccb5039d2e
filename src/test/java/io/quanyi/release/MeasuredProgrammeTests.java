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
import org.junit.jupiter.api.Test;

/** A programme whose catalogue declares measures, with a case for both sides of each number in its rules. */
class MeasuredProgrammeTests {

    private static final SourceTree TREE = SourceTree.ofFolder(Path.of("src/test/resources/io/quanyi/measure/rules"));

    @Test
    void itsFilesHaveNoFaultAndItsCasesPass() {
        ReleaseId id = RulesTree.candidates(TREE).get(0);
        Faults faults = new Faults();
        ProgrammeRelease release = requireNonNull(
                RulesTree.draft(TREE, id, faults), () -> faults.sorted().toString());
        List<CaseFile> cases = ReleaseCheck.check(release, RulesTree.policyFiles(TREE, id), faults);

        assertThat(faults.sorted()).isEmpty();
        assertThat(cases)
                .flatExtracting(CaseFile::cases)
                .hasSize(7)
                .allSatisfy(one -> assertThat(new CaseRun(release).faults(one)).isEmpty());
    }
}
