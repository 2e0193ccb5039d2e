package io.quanyi.release.publish.web.draft;

import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.release.draft.DraftView;
import io.quanyi.release.draft.DraftView.State;
import io.quanyi.text.BilingualText;
import io.quanyi.text.EnumCode;
import io.quanyi.web.description.ClosedLists;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A draft.
 *
 * @param base the number of the release that it changes
 * @param editedBy the names of all callers who have changed it, including the caller who began it
 * @param state how far it is
 * @param plan how it is to be published; null unless it is submitted
 * @param approvals the names of the callers who have approved its present state
 * @param published the number of the release that it was published as; null if it was not
 * @param overtaken the number of the release that its publication would build on instead of its base; null if there is none
 * @param pushed whether its branch has all changes by now; null where drafts have no branches
 * @param etag the tag of its state, for {@code If-Match}
 * @param files the files of its base as it changes them
 */
record DraftAnswer(
        String id,
        String programme,
        String title,
        int base,
        String createdBy,
        OffsetDateTime createdAt,
        List<String> editedBy,
        OffsetDateTime editedAt,
        String state,
        @Nullable PlanLine plan,
        List<ApprovalLine> approvals,
        @Nullable Integer published,
        @Nullable Integer overtaken,
        @Nullable Boolean pushed,
        String etag,
        List<DraftFileLine> files) {

    /** An approval of a draft as it is. */
    record ApprovalLine(String by, OffsetDateTime at) {}

    /** How a submitted draft is to be published. */
    record PlanLine(
            @Nullable OffsetDateTime effectiveFrom,
            BilingualText note,
            @Nullable List<String> accept,
            @Nullable String laterReleases,
            String submittedBy,
            OffsetDateTime submittedAt) {

        static PlanLine of(DraftPlan plan) {
            return new PlanLine(
                    plan.effectiveFrom(),
                    plan.note(),
                    plan.accept(),
                    plan.laterReleases(),
                    plan.submittedBy(),
                    plan.submittedAt());
        }
    }

    /** A draft with all files of its release. */
    static DraftAnswer of(DraftView view) {
        return of(view, view.content().entries().stream().map(DraftFileLine::of).toList());
    }

    /** A draft with those files only that it changes. */
    static DraftAnswer changesOf(DraftView view) {
        return of(
                view,
                view.content().entries().stream()
                        .filter(entry -> entry.change() != Change.UNCHANGED)
                        .map(DraftFileLine::of)
                        .toList());
    }

    private static DraftAnswer of(DraftView view, List<DraftFileLine> files) {
        Draft draft = view.draft();
        DraftPlan plan = draft.plan();
        return new DraftAnswer(
                draft.id(),
                draft.programme(),
                draft.title(),
                draft.base(),
                draft.createdBy(),
                draft.createdAt(),
                draft.editedBy(),
                draft.editedAt(),
                EnumCode.of(view.state()),
                plan == null ? null : PlanLine.of(plan),
                draft.approvals().stream()
                        .map(approval -> new ApprovalLine(approval.by(), approval.at()))
                        .toList(),
                view.published(),
                view.overtaken(),
                view.pushed(),
                DraftTag.of(view),
                files);
    }

    /** States the codes of these answers, for the description of the interface. */
    @Component
    static class Codes implements ClosedLists.Contributor {

        @Override
        public void addTo(ClosedLists lists) {
            lists.addCodes(DraftAnswer.class, "state", State.class);
        }
    }
}
