package io.quanyi.release;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.work.Cancellation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that files alone add a new programme and new holidays. */
class SeventhProgrammeTests {

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));

    @Test
    void aProgrammeMadeOfFilesAloneIsCheckedAndDecides() {
        List<SourceFile> files = new ArrayList<>(SHIPPED.under(""));
        files.addAll(SourceTree.ofFolder(Path.of("src/test/resources/io/quanyi/release"))
                .under("acme-care/"));
        SourceTree tree = SourceTree.of(files);
        ReleaseId id = RulesTree.candidates(tree).stream()
                .filter(candidate -> candidate.programme().equals("acme-care"))
                .findFirst()
                .orElseThrow();
        Faults faults = new Faults();

        ProgrammeRelease release = requireNonNull(
                RulesTree.draft(tree, id, faults), () -> faults.sorted().toString());
        List<CaseFile> cases = ReleaseCheck.check(release, RulesTree.policyFiles(tree, id), faults);
        ReleaseCheck.run(release, cases, Cancellation.never(), faults);

        assertThat(faults.sorted()).isEmpty();
        assertThat(cases).flatExtracting(CaseFile::cases).hasSize(3);
    }

    @Test
    void publishingTheHolidaysOfANewYearTouchesNoRule() {
        String question = """
                cases:
                  - name: two working days
                    note: >-
                      Mon 2027-03-01 16:00-17:30 is 1.5 h and 14.5 h are left. Without holidays Tue has 8 h and Wed 6.5 h, to 16:00.
                      With Tue and Wed off, Thu has 8 h and Fri 6.5 h, to 16:00.
                    subscription: { plan: basic, serviceStart: 2027-01-01, serviceEnd: 2027-12-31 }
                    question: { service: issue-feedback, at: 2027-03-01T16:00:00+08:00 }
                    expect:
                      response: { dueAt: %s }
                      warnings: %s
                """;
        String unpublished = question.formatted("2027-03-03T16:00:00+08:00", "[{ code: calendar-not-published }]");
        String published = question.formatted("2027-03-05T16:00:00+08:00", "[]");

        assertThat(faults("2026-01-01", unpublished)).isEmpty();
        assertThat(faults("2027-01-01", published)).isEmpty();
    }

    private static List<Fault> faults(String calendars, String cases) {
        List<SourceFile> files = new ArrayList<>(SHIPPED.under(""));
        for (SourceFile file : SHIPPED.under("calendars/2026-01-01/")) {
            files.add(new SourceFile(file.path().replace("2026-01-01", "2027-01-01"), file.bytes()));
        }
        String invented = """
                id: cn
                knownFrom: 2027-01-01
                knownTo: 2027-12-31
                source: { title: 虚构的通知, publishedOn: 2026-11-01 }
                holidays:
                  - { name: { zh-CN: 虚构节, en: Invented Days }, from: 2027-03-02, to: 2027-03-03 }
                """;
        files.add(file("calendars/2027-01-01/cn/2027.yaml", invented));
        ReleaseId id = new ReleaseId("kingdee-galaxy-public", 2, "2025.1", "2025-01-01", calendars, "sha256:draft");
        Faults faults = new Faults();
        ProgrammeRelease release = requireNonNull(RulesTree.draft(SourceTree.of(files), id, faults));
        CaseFile read = CaseFile.read(file("invented.cases.yaml", cases), "kingdee-galaxy-public", faults);
        faults.throwIfAny();
        Case asked = read.cases().get(0);
        return new CaseRun(release).faults(asked);
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
