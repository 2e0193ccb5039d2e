package io.quanyi.workshop.command;

import io.quanyi.catalogue.JudgedRemark;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ChangedCases;
import io.quanyi.checks.SoundnessCheck;
import io.quanyi.checks.remark.OpenRemarks;
import io.quanyi.coverage.RedundantRulePart;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.CalendarVersions;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.release.change.EndedChanges;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The result of a check of a tree of rules that has no faults.
 *
 * @param releases the number of sealed releases that were checked
 * @param drafts the number of drafts
 * @param rules the number of rules in their policies
 * @param cases the number of cases
 * @param remarks hints at possible mistakes in a draft, its cases that newer parts answer differently, and releases that are
 *     still to come and end a change that was published after them
 * @param changedCases the cases that the newest sealed release of each programme answers differently than the first
 *     release of its policy; empty unless cases were run
 */
public record CheckSummary(
        int releases, int drafts, int rules, int cases, List<Fault> remarks, List<Fault> changedCases) {

    /** How much is checked. */
    public enum Depth {
        /** The parts: files, references, titles, and a case for each rule. */
        PARTS,
        /** The parts, and every answer of the drafts. Sealed releases cannot be changed, so their answers are left out. */
        DRAFTS,
        /** The parts, every answer, and all cases. */
        CASES
    }

    /**
     * Checks sealed releases and drafts.
     *
     * @param programmes the programmes to check; all if the collection is empty
     * @param acceptsNotCompared whether the caller accepts that some answers of a draft are too many to be checked
     * @param now the instant of the check, for what cannot be published yet
     * @throws io.quanyi.source.FaultsFound with every fault
     */
    public static CheckSummary of(
            SourceTree tree,
            Collection<String> programmes,
            Depth depth,
            boolean acceptsNotCompared,
            Instant now,
            ProgressLine progress) {
        Faults faults = new Faults();
        CalendarVersions.check(tree, now, faults);
        List<ReleaseId> candidates = RulesTree.candidates(tree).stream()
                .filter(id -> programmes.isEmpty() || programmes.contains(id.programme()))
                .toList();
        Map<String, Integer> rules = new TreeMap<>();
        List<CaseFile> cases = new ArrayList<>();
        List<Fault> remarks = new ArrayList<>();
        Map<String, List<Fault>> changedCases = new TreeMap<>();
        int done = 0;
        for (ReleaseId id : candidates) {
            progress.at(done++, candidates.size());
            int before = faults.count();
            boolean accepts = isDraft(tree, id) ? acceptsNotCompared : RulesTree.acceptsNotCompared(tree, id);
            CheckedRelease checked = CheckedRelease.of(tree, id, scope(depth).accepting(accepts), faults);
            if (checked != null) {
                rules.put(
                        id.programme() + id.policy(),
                        checked.release().policy().rules().size());
                cases.addAll(checked.cases());
                remarks.addAll(checked.notCompared());
                if (isDraft(tree, id)) {
                    remarks.addAll(checked.changedCases());
                } else {
                    changedCases.put(id.programme(), checked.changedCases());
                }
                if (depth == Depth.DRAFTS && faults.count() == before && isDraft(tree, id)) {
                    remarks.addAll(remarks(tree, checked, accepts, faults, progress));
                }
            }
        }
        faults.throwIfAny();
        RulesTree.load(tree).timelines().stream()
                .filter(timeline -> programmes.isEmpty()
                        || programmes.contains(timeline.programme().id()))
                .forEach(timeline -> remarks.addAll(EndedChanges.of(timeline, now)));
        int drafts = (int) candidates.stream().filter(id -> isDraft(tree, id)).count();
        return new CheckSummary(
                candidates.size() - drafts,
                drafts,
                rules.values().stream().mapToInt(Integer::intValue).sum(),
                cases.stream().mapToInt(file -> file.cases().size()).sum(),
                remarks,
                changedCases.values().stream().flatMap(List::stream).toList());
    }

    /** The remarks on cases that a draft answers differently than the first release of its policy. */
    public List<Fault> changedCasesOfDrafts() {
        return remarks.stream()
                .filter(remark -> remark.code().equals(ChangedCases.CODE))
                .toList();
    }

    /** The remarks on releases that are still to come and end the change of a release that was published after them. */
    public List<Fault> endedChanges(int release) {
        return remarks.stream()
                .filter(remark -> EndedChanges.isOf(remark, release))
                .toList();
    }

    private static boolean isDraft(SourceTree tree, ReleaseId id) {
        return RulesTree.sealed(tree, id.programme()).stream().noneMatch(release -> release.number() == id.number());
    }

    private static CheckScope scope(Depth depth) {
        return depth == Depth.CASES ? CheckScope.answers() : CheckScope.parts();
    }

    private static List<Fault> remarks(
            SourceTree tree, CheckedRelease checked, boolean accepts, Faults faults, ProgressLine progress) {
        List<Fault> changedCases = changedCases(tree, checked, faults);
        return hasSealedAnswers(tree, checked.release().id())
                ? changedCases
                : Stream.concat(answers(checked, accepts, faults, progress).stream(), changedCases.stream())
                        .toList();
    }

    /** The cases of a sealed policy that a draft answers differently. Cases of a draft policy are not run here. */
    private static List<Fault> changedCases(SourceTree tree, CheckedRelease checked, Faults faults) {
        ReleaseId id = checked.release().id();
        boolean sealed = RulesTree.sealed(tree, id.programme()).stream()
                .anyMatch(release -> release.policy().equals(id.policy()));
        return sealed
                ? CheckedRelease.runCases(tree, checked.release(), checked.cases(), Cancellation.never(), faults)
                : List.of();
    }

    /** Whether a sealed release has the same policy and catalogue. Calendars move instants, and no other answer. */
    private static boolean hasSealedAnswers(SourceTree tree, ReleaseId id) {
        return RulesTree.sealed(tree, id.programme()).stream()
                .anyMatch(release -> release.policy().equals(id.policy())
                        && release.catalogue().equals(id.catalogue()));
    }

    private static List<Fault> answers(CheckedRelease checked, boolean accepts, Faults faults, ProgressLine progress) {
        SoundnessCheck.Remarks found =
                SoundnessCheck.check(checked.release(), RulesTree.SOME_INSTANT, Cancellation.never(), faults);
        List<Fault> remarks = new ArrayList<>(found.remarks());
        found.notCompared().forEach(accepts ? remarks::add : faults::add);
        List<Fault> idle =
                RedundantRulePart.of(checked.release(), checked.cases(), RulesTree.SOME_INSTANT, progress::at).stream()
                        .map(RedundantRulePart::remark)
                        .toList();
        remarks.addAll(OpenRemarks.of(checked.release().clauses(), idle, JudgedRemark::isOnIdlePart, faults));
        return remarks;
    }
}
