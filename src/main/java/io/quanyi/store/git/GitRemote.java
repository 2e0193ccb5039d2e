package io.quanyi.store.git;

import io.quanyi.store.StoreFailure;
import io.quanyi.store.git.GitConversation.PushOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The served branch of the remote repository. */
final class GitRemote {

    private final GitClone clone;
    private final GitAddress address;
    private final String branch;
    private final Duration timeout;

    GitRemote(GitClone clone, GitAddress address, String branch, Duration timeout) {
        this.clone = clone;
        this.address = address;
        this.branch = Constants.R_HEADS + branch;
        this.timeout = timeout;
    }

    /**
     * Fetches the branch.
     *
     * @return the newest commit, complete in the copy
     * @throws IOException if the copy cannot be written
     */
    ObjectId fetch() throws IOException {
        ObjectId tip = fetch(clone.haves());
        clone.keep(tip);
        return tip;
    }

    private ObjectId fetch(Set<ObjectId> haves) {
        GitConversation conversation = new GitConversation(clone.repository(), address, timeout);
        try (Transport transport = conversation.open();
                FetchConnection connection = conversation.openFetch(transport, new RefSpec(branch))) {
            Ref ref = connection.getRef(branch);
            ObjectId tip = tip(ref);
            if (ref != null && !haves.contains(tip)) {
                connection.fetch(NullProgressMonitor.INSTANCE, List.of(ref), haves);
            }
            return tip;
        } catch (IOException e) {
            throw conversation.failure(e);
        }
    }

    /**
     * Pushes a commit if the branch is still at its parent.
     *
     * @throws StoreFailure if it certainly was not stored
     */
    PushOutcome push(ObjectId base, ObjectId commit) {
        GitConversation conversation = new GitConversation(clone.repository(), address, timeout);
        try (Transport transport = conversation.open();
                PushConnection connection = conversation.openPush(transport)) {
            ObjectId tip = tip(connection.getRef(branch));
            if (!tip.equals(base)) {
                return tip.equals(commit) ? new PushOutcome.Stored() : new PushOutcome.Moved(tip);
            }
            // With the expected commit: the remote compares before it sets
            RemoteRefUpdate update =
                    new RemoteRefUpdate(clone.repository(), commit.name(), commit, branch, false, null, base);
            return conversation.send(connection, update);
        } catch (IOException e) {
            throw conversation.refusal(e);
        }
    }

    /**
     * Pushes the first commit of the branch.
     *
     * @throws StoreFailure if the branch exists, or the commit certainly was not stored
     */
    PushOutcome begin(ObjectId commit) {
        GitConversation conversation = new GitConversation(clone.repository(), address, timeout);
        try (Transport transport = conversation.open();
                PushConnection connection = conversation.openPush(transport)) {
            if (connection.getRef(branch) != null) {
                throw GitFailures.notEmpty(branch.substring(Constants.R_HEADS.length()));
            }
            RemoteRefUpdate update = new RemoteRefUpdate(
                    clone.repository(), commit.name(), commit, branch, false, null, ObjectId.zeroId());
            return conversation.send(connection, update);
        } catch (IOException e) {
            throw conversation.refusal(e);
        }
    }

    private ObjectId tip(@Nullable Ref ref) {
        ObjectId tip = ref == null ? null : ref.getObjectId();
        if (tip == null) {
            throw GitFailures.branchMissing(branch.substring(Constants.R_HEADS.length()));
        }
        return tip;
    }
}
