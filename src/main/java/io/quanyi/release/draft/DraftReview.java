package io.quanyi.release.draft;

import io.quanyi.release.draft.DraftRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Submits and approves drafts. Nobody approves a draft that they have edited or submitted. */
public final class DraftReview {

    private final DraftService drafts;

    DraftReview(DraftService drafts) {
        this.drafts = drafts;
    }

    /**
     * Offers a draft for publication, in place of an earlier offer.
     *
     * @param seen whether the caller has seen the draft of a revision
     * @param plan how it is to be published, by the caller
     * @throws DraftRefused if there is no such draft, it was changed since the caller saw it, or is published
     */
    public DraftView submit(String programme, String id, Predicate<String> seen, DraftPlan plan) {
        return drafts.change(programme, id, plan.submittedBy(), view -> {
            refuseUnseen(view, seen);
            return view.draft().planned(plan, List.of());
        });
    }

    /**
     * Approves a draft as it is. An edit takes the approval back.
     *
     * @param seen whether the caller has seen the draft of a revision
     * @throws DraftRefused if there is no such draft, it was changed since the caller saw it, is not submitted, or the
     *     caller had a part in it
     */
    public DraftView approve(String programme, String id, Predicate<String> seen, String by) {
        return drafts.change(programme, id, by, view -> {
            refuseUnseen(view, seen);
            Draft draft = view.draft();
            DraftPlan plan = submitted(draft);
            if (!draft.isOther(by)) {
                throw new DraftRefused(Reason.OWN);
            }
            List<DraftApproval> approvals = new ArrayList<>(draft.approvals());
            if (approvals.stream().noneMatch(approval -> approval.by().equals(by))) {
                approvals.add(new DraftApproval(by, drafts.now(), draft.digest()));
            }
            return draft.planned(plan, approvals);
        });
    }

    /** The plan of a draft that is submitted. */
    static DraftPlan submitted(Draft draft) {
        DraftPlan plan = draft.plan();
        if (plan == null) {
            throw new DraftRefused(Reason.NOT_SUBMITTED);
        }
        return plan;
    }

    /** @throws DraftRefused if the caller has not seen the draft as it is */
    static void refuseUnseen(DraftView view, Predicate<String> seen) {
        if (!seen.test(view.draft().revision())) {
            throw DraftService.changed(view.draft());
        }
    }
}
