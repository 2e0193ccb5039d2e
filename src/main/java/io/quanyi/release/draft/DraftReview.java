package io.quanyi.release.draft;

import io.quanyi.release.draft.DraftRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Says of drafts which changes of answers are intended, submits and approves them. Nobody approves a draft that they have edited or submitted. */
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
        return shared(drafts.change(programme, id, plan.submittedBy(), view -> {
            refuseUnseen(view, seen);
            return view.draft().planned(plan, List.of());
        }));
    }

    /**
     * Approves a draft as it is. An edit takes the approval back.
     *
     * @param seen whether the caller has seen the draft of a revision
     * @throws DraftRefused if there is no such draft, it was changed since the caller saw it, is not submitted, or the
     *     caller had a part in it
     */
    public DraftView approve(String programme, String id, Predicate<String> seen, String by) {
        return shared(drafts.change(programme, id, by, view -> {
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
        }));
    }

    /** What was submitted or approved is seen everywhere before the call is answered, if others can be reached. */
    private DraftView shared(DraftView view) {
        boolean seen = drafts.share(view).isEmpty();
        Boolean pushed = view.pushed() == null ? null : seen;
        return new DraftView(view.draft(), view.content(), view.published(), view.overtaken(), pushed);
    }

    /**
     * Says which changes of answers are intended. That edits nothing: a plan and its approvals stay.
     *
     * @param shown the changes that the caller was shown, as digests; what was said of others is forgotten
     * @param added those of them that are intended now
     * @param taken those of them that are not intended any more
     * @throws DraftRefused if there is no such draft, or it is published
     */
    public DraftView intend(
            String programme, String id, Set<String> shown, Set<String> added, Set<String> taken, String by) {
        return drafts.change(programme, id, by, view -> {
            Set<String> intended = new TreeSet<>(view.draft().intended());
            intended.addAll(added);
            intended.removeAll(taken);
            intended.retainAll(shown);
            List<String> changes = List.copyOf(intended);
            return changes.equals(view.draft().intended())
                    ? view.draft()
                    : view.draft().intending(changes);
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
