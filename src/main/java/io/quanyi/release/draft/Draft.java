package io.quanyi.release.draft;

import io.quanyi.checks.CaseFile;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft: the files that it changes in a release, its base, and its head. Files as they are in the base are
 * not in the draft, so a draft holds its changes, and no more.
 */
public final class Draft {

    private final String id;
    private final DraftHead head;
    private final List<SourceFile> files;
    private final DraftComments comments;
    private final String revision;

    /** @param files the files that differ from the base, or are not in it, each by its name in the draft */
    Draft(String id, DraftHead head, List<SourceFile> files, DraftComments comments) {
        this(id, head, files, comments, withHead(id, head, files).revision());
    }

    /** A draft as it is kept, under the revision of the kept files: people may have edited it there. */
    Draft(String id, DraftHead head, List<SourceFile> files, DraftComments comments, String revision) {
        this.id = id;
        this.head = head;
        this.files = List.copyOf(files);
        this.comments = comments;
        this.revision = revision;
    }

    /** The id, which is also the name of its folder or branch. */
    public String id() {
        return id;
    }

    DraftHead head() {
        return head;
    }

    /** The id of the programme that it changes. */
    public String programme() {
        return head.programme();
    }

    /** The subject of the draft, in the words of its author. */
    public String title() {
        return head.title();
    }

    /** The number of the release that it changes. */
    public int base() {
        return head.base();
    }

    /** The name of the caller who began it. */
    public String createdBy() {
        return head.createdBy();
    }

    /** The instant at which it was begun. */
    public OffsetDateTime createdAt() {
        return head.createdAt();
    }

    /** The name of the caller who changed it last. */
    public String lastEditor() {
        return editedBy().get(editedBy().size() - 1);
    }

    /** The names of all callers who have changed it, in the order of their last change. */
    public List<String> editedBy() {
        return head.editedBy();
    }

    /** The instant of its last change. */
    public OffsetDateTime editedAt() {
        return head.editedAt();
    }

    /** The files that differ from the base, or are not in it. */
    List<SourceFile> files() {
        return files;
    }

    /** The names of the files that differ from the base, or are not in it. */
    public List<String> changedFiles() {
        return files.stream().map(SourceFile::path).toList();
    }

    /** The names of the files of the base that it leaves out. */
    List<String> removed() {
        return head.removed();
    }

    /** The plan of its publication; null unless the draft is submitted. */
    public @Nullable DraftPlan plan() {
        return head.plan();
    }

    /** The approvals that count: of the present state, by people who have neither edited nor submitted it, even if the head of the draft lists more. */
    public List<DraftApproval> approvals() {
        String digest = digest();
        return head.approvalsOrNone().stream()
                .filter(approval -> approval.digest().equals(digest) && isOther(approval.by()))
                .toList();
    }

    /** The changes of answers that are ticked as intended, as digests. An approval does not cover the ticks. */
    public List<String> intended() {
        return head.intendedOrNone();
    }

    /** This draft with other changes of answers that are intended. */
    Draft intending(List<String> changes) {
        return new Draft(id, head.intending(changes), files, comments);
    }

    /** Whether a caller had no part in it, and may approve it. */
    public boolean isOther(String caller) {
        DraftPlan plan = head.plan();
        return !head.editedBy().contains(caller)
                && (plan == null || !plan.submittedBy().equals(caller));
    }

    /** The digest of the content that is approved and published: its files, its base and its plan. */
    String digest() {
        List<SourceFile> all = new ArrayList<>(files);
        all.add(DraftHeadFile.of(head.approvable(head.plan())));
        return SourceTree.digest(all);
    }

    /**
     * The entry that its publication would build on, if that is another than its base and not the same in content: the one in
     * force at the instant from which the draft would be.
     *
     * @param now the instant of the look, from which a draft would be in force whose plan names none
     */
    Optional<LedgerEntry> overtaking(Timeline timeline, Instant now) {
        LedgerEntry base = timeline.entry(base()).orElseThrow();
        return timeline.entryInForce(begin(base, now))
                .filter(entry -> !entry.digest().equals(base.digest()));
    }

    /** The instant at which the draft would begin. Without a plan it is the present one, but not before its base begins. */
    private Instant begin(LedgerEntry base, Instant now) {
        DraftPlan plan = head.plan();
        if (plan == null) {
            return base.from().isAfter(now) ? base.from() : now;
        }
        return plan.effectiveFrom() == null ? now : plan.effectiveFrom().toInstant();
    }

    /** The digest of its files and its base: the same before and after it is submitted and approved. */
    public String contentDigest() {
        List<SourceFile> all = new ArrayList<>(files);
        all.add(DraftHeadFile.of(head.approvable(null)));
        return SourceTree.digest(all);
    }

    /**
     * The digest of its base and of the files that decide, changed or left out: all but its cases, which change no answer. The rest of the
     * head, such as the time of the last edit, is no part of it.
     */
    public String decidingDigest() {
        List<SourceFile> deciding = new ArrayList<>(files);
        deciding.removeIf(file -> file.path().endsWith(CaseFile.SUFFIX));
        List<String> basis = new ArrayList<>(head.removed());
        basis.removeIf(name -> name.endsWith(CaseFile.SUFFIX));
        basis.add(String.valueOf(base()));
        deciding.add(new SourceFile("base", String.join("\n", basis).getBytes(StandardCharsets.UTF_8)));
        return SourceTree.digest(deciding);
    }

    /** This draft with a plan and the approvals of it. */
    Draft planned(DraftPlan plan, List<DraftApproval> approvals) {
        return new Draft(id, head.planned(plan, approvals), files, comments);
    }

    /** How many bytes its files have together. */
    long bytes() {
        return files.stream().mapToLong(SourceFile::length).sum();
    }

    /** The comments on it. They are part neither of the approved content nor of the state, so that a comment invalidates nothing. */
    public DraftComments comments() {
        return comments;
    }

    /** This draft with other comments. */
    Draft commented(DraftComments others) {
        return new Draft(id, head, files, others, revision);
    }

    /** The name of its state, by which readers name the state that they have seen. */
    public String revision() {
        return revision;
    }

    /** The files in which it is kept. */
    DraftFiles stored() {
        List<SourceFile> all = new ArrayList<>(withHead(id, head, files).files());
        comments.stored().forEach(all::add);
        return new DraftFiles(id, all);
    }

    private static DraftFiles withHead(String id, DraftHead head, List<SourceFile> files) {
        List<SourceFile> all = new ArrayList<>(files);
        all.add(DraftHeadFile.of(head));
        return new DraftFiles(id, all);
    }

    /** This draft with another base, and files that differ from that. */
    Draft updated(String by, OffsetDateTime at, int base, DraftContent content) {
        DraftHead updated = head.based(base).edited(by, at, content.removed());
        return new Draft(id, updated, content.changed(), comments);
    }

    /** This draft with other files. */
    Draft edited(String by, OffsetDateTime at, List<SourceFile> others, List<String> left) {
        return new Draft(id, head.edited(by, at, left), others, comments);
    }
}
