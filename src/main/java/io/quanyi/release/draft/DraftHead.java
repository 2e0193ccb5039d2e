package io.quanyi.release.draft;

import io.quanyi.release.LedgerEntry.Retry;
import jakarta.validation.constraints.DecimalMin;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a draft apart from its files.
 *
 * @param programme the id of the programme that it changes
 * @param title the subject of the draft, in the words of its author
 * @param base the number of the release that it changes
 * @param createdBy the name of the caller who began it
 * @param createdAt when
 * @param editedBy the names of all callers who have changed it, including the caller who began it, in the order of their last change
 * @param editedAt the instant of the last change
 * @param removed the names of the files of the base that it leaves out
 * @param plan how it is to be published; null before it is submitted, and after an edit
 * @param approvals the approvals since it was submitted
 * @param retry identifies the call that created it; null without a key
 * @param intended the changes of answers that were ticked as intended, as digests; null for none
 */
record DraftHead(
        String programme,
        String title,
        @DecimalMin("1") int base,
        String createdBy,
        OffsetDateTime createdAt,
        List<String> editedBy,
        OffsetDateTime editedAt,
        List<String> removed,
        @Nullable DraftPlan plan,
        @Nullable List<DraftApproval> approvals,
        @Nullable Retry retry,
        @Nullable List<String> intended) {

    /** The name that stands for any author of a change that is made in the store, without the service. */
    static final String OUTSIDE = "outside";

    /** Keeps copies. */
    DraftHead {
        editedBy = List.copyOf(editedBy);
        removed = List.copyOf(removed);
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        intended = intended == null ? List.of() : List.copyOf(intended);
    }

    /** This head after a change of the files, which takes back that it was submitted and approved. */
    DraftHead edited(String by, OffsetDateTime at, List<String> left) {
        List<String> editors = new ArrayList<>(editedBy);
        editors.remove(by);
        editors.add(by);
        return new DraftHead(
                programme, title, base, createdBy, createdAt, editors, at, left, null, null, retry, intended);
    }

    /** This head after a change that no service made: its plan and its approvals may have any author, and do not count. */
    DraftHead changedOutside() {
        return edited(OUTSIDE, editedAt, removed);
    }

    /** This head with another base. */
    DraftHead based(int number) {
        return new DraftHead(
                programme, title, number, createdBy, createdAt, editedBy, editedAt, removed, plan, approvals, retry,
                intended);
    }

    /** This head with a plan and the approvals of it. */
    DraftHead planned(@Nullable DraftPlan wish, List<DraftApproval> approved) {
        return new DraftHead(
                programme, title, base, createdBy, createdAt, editedBy, editedAt, removed, wish, approved, retry,
                intended);
    }

    /** This head with other changes of answers that are intended. */
    DraftHead intending(List<String> changes) {
        return new DraftHead(
                programme, title, base, createdBy, createdAt, editedBy, editedAt, removed, plan, approvals, retry,
                changes);
    }

    /** The changes of answers that are intended. */
    List<String> intendedOrNone() {
        return intended == null ? List.of() : intended;
    }

    /** This head without approvals and without marks on answers: the part that is approved and published. */
    DraftHead approvable(@Nullable DraftPlan wish) {
        return planned(wish, List.of()).intending(List.of());
    }

    /** Whether a call of this name created it. */
    boolean isOf(String key) {
        return retry != null && retry.key().equals(key);
    }

    /** The approvals of the plan. */
    List<DraftApproval> approvalsOrNone() {
        return approvals == null ? List.of() : approvals;
    }
}
