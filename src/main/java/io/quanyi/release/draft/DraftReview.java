package io.quanyi.release.draft;

import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.comment.CommentedLine;
import io.quanyi.release.draft.comment.DraftComment;
import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Comments on drafts, says of them which changes of answers are intended, submits and approves them. An approval by a person who has edited or submitted the draft is refused. */
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

    /** Shares a submitted or approved draft with other services before the call is answered, if they can be reached. */
    private DraftView shared(DraftView view) {
        boolean seen = drafts.share(view).isEmpty();
        Boolean pushed = view.pushed() == null ? null : seen;
        return new DraftView(view.draft(), view.content(), view.published(), view.overtaken(), pushed);
    }

    /**
     * Says which changes of answers are intended. That edits nothing: a plan and its approvals stay.
     *
     * @param shown the changes that the caller was shown, as digests; ticks of other changes are forgotten
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

    /**
     * Comments on a draft: on a line of a file, a sentence of its impact, or the whole.
     *
     * @param file the name of the file, and {@code line} the number of the line in it; null for no line
     * @param sentence the words of the sentence; null for none
     * @throws DraftRefused if there is no such draft or line, it is published, or has no room for more comments
     */
    public Commented comment(
            String programme,
            String id,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable String sentence,
            String text,
            String by) {
        List<Commented> last = new ArrayList<>();
        DraftView commented = discuss(programme, id, by, view -> {
            DraftComments comments = view.draft().comments();
            CommentedLine place = file == null || line == null ? null : line(view, file, line);
            DraftComment next = comments.next(place, sentence, text, by, drafts.now());
            last.clear();
            last.add(new Commented(view, next, comments.all().contains(next)));
            return comments.with(next);
        });
        return new Commented(commented, last.get(0).comment(), last.get(0).repeated());
    }

    private static CommentedLine line(DraftView view, String file, int line) {
        String text = view.content()
                .file(file)
                .map(there -> new String(there.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new DraftRefused(Reason.NOT_HOLDING, Fault.at("/file", "unknown-draft-file", file)));
        return CommentedLine.of(file, text, line)
                .orElseThrow(() ->
                        new DraftRefused(Reason.NOT_HOLDING, Fault.at("/line", "draft-comment-line", file, line)));
    }

    /**
     * Answers a comment, which opens it again if it was settled.
     *
     * @throws DraftRefused if there is no such draft or comment, it is published, or has no room for more comments
     */
    public DraftView answer(String programme, String id, String comment, String text, String by) {
        return discuss(programme, id, by, view -> known(view, comment).answered(comment, text, by, drafts.now()));
    }

    /**
     * Says that a comment is settled.
     *
     * @throws DraftRefused if there is no such draft or comment, or it is published
     */
    public DraftView resolve(String programme, String id, String comment, String by) {
        return discuss(programme, id, by, view -> known(view, comment).resolved(comment, by, drafts.now()));
    }

    private static DraftComments known(DraftView view, String comment) {
        DraftComments comments = view.draft().comments();
        if (comments.find(comment).isEmpty()) {
            throw new DraftRefused(Reason.NOTHING, Fault.at("", "unknown-draft-comment", comment));
        }
        return comments;
    }

    private DraftView discuss(String programme, String id, String by, Function<DraftView, DraftComments> change) {
        return drafts.change(programme, id, by, view -> {
            if (view.draft().comments().isUnreadable()) {
                throw new DraftRefused(
                        Reason.NOT_HOLDING, Fault.at(Position.of(DraftComments.FILE), "draft-comments-unreadable"));
            }
            DraftComments comments = change.apply(view);
            if (comments.isTooMuch()) {
                throw new DraftRefused(
                        Reason.FULL,
                        Fault.at("", "draft-comments-full", DraftComments.MAX_COMMENTS, DraftComments.MAX_BYTES));
            }
            return view.draft().commented(comments);
        });
    }

    /**
     * The result of a comment.
     *
     * @param repeated whether an earlier, equal call has written it
     */
    public record Commented(DraftView view, DraftComment comment, boolean repeated) {}

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
