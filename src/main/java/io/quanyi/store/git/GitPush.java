package io.quanyi.store.git;

import io.quanyi.store.StoreFailure;
import io.quanyi.store.git.GitConversation.PushOutcome;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Pushes a commit and determines the outcome: a remote may store it and lose the response, and of two concurrent pushes
 * one may be refused before the other commit is visible.
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
     * Pushes a commit, and returns once the branch has it.
     *
     * @throws StoreFailure if the branch does not have it, or if that is unknown
     */
    void push(ObjectId base, ObjectId commit) throws IOException {
        PushOutcome outcome = remote.push(base, commit);
        if (outcome instanceof PushOutcome.Moved moved) {
            throw GitFailures.moved(base.name(), moved.tip());
        }
        if (outcome instanceof PushOutcome.Stored) {
            clone.keep(commit);
        } else {
            look(base, commit, outcome);
        }
    }

    /**
     * Pushes the first commit of the branch.
     *
     * @throws StoreFailure if the branch does not have it, or if that is unknown
     */
    void begin(ObjectId commit) {
        PushOutcome outcome = remote.begin(commit);
        if (!(outcome instanceof PushOutcome.Stored)) {
            throw verdict(outcome);
        }
    }

    private void look(ObjectId base, ObjectId commit, PushOutcome outcome) throws IOException {
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

    private ObjectId tip(PushOutcome outcome) throws IOException {
        try {
            return remote.fetch();
        } catch (StoreFailure e) {
            StoreFailure verdict = verdict(outcome);
            verdict.addSuppressed(e);
            throw verdict;
        }
    }

    private static void pause(long milliseconds, PushOutcome outcome) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw verdict(outcome);
        }
    }

    /**
     * The failure of a push. A commit that was sent and is not visible may still arrive: only a refusal by the remote
     * is certain.
     */
    private static StoreFailure verdict(PushOutcome outcome) {
        if (outcome instanceof PushOutcome.Unknown unknown) {
            return GitFailures.outcomeUnknown(unknown.cause());
        }
        return GitFailures.pushRefused(outcome instanceof PushOutcome.Refused refused ? refused.why() : "");
    }
}
