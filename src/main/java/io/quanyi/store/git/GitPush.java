package io.quanyi.store.git;

import io.quanyi.store.StoreFailure;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Puts commits onto the branch and makes sure of what came of it: a remote may store one and lose the answer, and of two who push
 * at once one may be told no before the other's commit can be seen.
 */
final class GitPush {

    private static final long[] PAUSES_IN_MILLISECONDS = {0, 100, 400};

    private final GitClone clone;
    private final GitRemote remote;

    GitPush(GitClone clone, GitRemote remote) {
        this.clone = clone;
        this.remote = remote;
    }

    /**
     * Ends without a word once the branch has the commit.
     *
     * @throws StoreFailure if it has not, or if nobody can say
     */
    void push(ObjectId base, ObjectId commit) throws IOException {
        GitPushOutcome outcome = remote.push(base, commit);
        if (outcome instanceof GitPushOutcome.Moved moved) {
            throw GitFailures.moved(base.name(), moved.tip());
        }
        if (outcome instanceof GitPushOutcome.Stored) {
            clone.keep(commit);
        } else {
            look(base, commit, outcome);
        }
    }

    private void look(ObjectId base, ObjectId commit, GitPushOutcome outcome) throws IOException {
        for (long milliseconds : PAUSES_IN_MILLISECONDS) {
            pause(milliseconds, outcome);
            ObjectId tip = tip(outcome);
            if (clone.descends(tip, commit)) {
                return;
            }
            if (!tip.equals(base)) {
                throw GitFailures.moved(base.name(), tip);
            }
        }
        throw verdict(outcome);
    }

    private ObjectId tip(GitPushOutcome outcome) throws IOException {
        try {
            return remote.fetch();
        } catch (StoreFailure e) {
            StoreFailure verdict = verdict(outcome);
            verdict.addSuppressed(e);
            throw verdict;
        }
    }

    private static void pause(long milliseconds, GitPushOutcome outcome) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw verdict(outcome);
        }
    }

    /** A commit that was sent and is not to be seen may still be on its way: only a remote that said no is certain. */
    private static StoreFailure verdict(GitPushOutcome outcome) {
        if (outcome instanceof GitPushOutcome.Unknown unknown) {
            return GitFailures.outcomeUnknown(unknown.cause());
        }
        return GitFailures.pushRefused(outcome instanceof GitPushOutcome.Refused refused ? refused.why() : "");
    }
}
