package io.quanyi.store.git;

import io.quanyi.store.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.jspecify.annotations.Nullable;

/**
 * The branch of the remote repository. It uses git's connections instead of its commands, which do not tell a missing
 * branch from a broken connection, nor an unsent push from an unanswered one, and which run hooks.
 */
final class GitRemote {

    private static final int FORBIDDEN = 403;

    private final GitClone clone;
    private final GitAddress address;
    private final String branch;
    private final int seconds;

    GitRemote(GitClone clone, GitAddress address, String branch, Duration timeout) {
        this.clone = clone;
        this.address = address;
        this.branch = Constants.R_HEADS + branch;
        this.seconds = Math.toIntExact(timeout.plusNanos(999_999_999).toSeconds());
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
        Conversation conversation = new Conversation();
        try (Transport transport = conversation.open();
                FetchConnection connection = conversation.openFetch(transport)) {
            Ref ref = connection.getRef(branch);
            ObjectId tip = tip(ref);
            if (ref != null && !haves.contains(tip)) {
                connection.fetch(NullProgressMonitor.INSTANCE, List.of(ref), haves);
            }
            return tip;
        } catch (IOException e) {
            throw GitFailures.ofRemote(e, conversation.status());
        }
    }

    /**
     * Pushes a commit if the branch is still at its parent.
     *
     * @throws StoreFailure if it certainly was not stored
     */
    GitPushOutcome push(ObjectId base, ObjectId commit) {
        Conversation conversation = new Conversation();
        try (Transport transport = conversation.open();
                PushConnection connection = conversation.openPush(transport)) {
            ObjectId tip = tip(connection.getRef(branch));
            if (!tip.equals(base)) {
                return tip.equals(commit) ? new GitPushOutcome.Stored() : new GitPushOutcome.Moved(tip);
            }
            // With the expected commit: the remote compares before it sets
            RemoteRefUpdate update =
                    new RemoteRefUpdate(clone.repository(), commit.name(), commit, branch, false, null, base);
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

    /** One conversation with the remote. */
    private final class Conversation {

        private final @Nullable GitConnections connections =
                address.server() == null ? null : new GitConnections(address.server());

        private Transport open() throws IOException {
            Transport transport = Transport.open(clone.repository(), address.uri());
            transport.setTimeout(seconds);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setCredentialsProvider(new GitCredentials(address));
            // Accept what old programs wrote, refuse everything that could be mistaken
            transport.setObjectChecker(
                    new ObjectChecker().setAllowInvalidPersonIdent(true).setAllowLeadingZeroFileMode(true));
            if (transport instanceof TransportHttp http && connections != null) {
                http.setHttpConnectionFactory(connections);
            }
            return transport;
        }

        /**
         * Opens a connection that speaks git's protocol only: a plain web server may redirect to others, and the
         * content of a bundle is not checked.
         */
        private FetchConnection openFetch(Transport transport) throws IOException {
            FetchConnection connection = transport.openFetch(List.of(new RefSpec(branch)));
            if (connection instanceof BasePackFetchConnection) {
                return connection;
            }
            connection.close();
            throw GitFailures.unreachable(GitFailureReason.BROKE_OFF, new IOException("no git server"));
        }

        private PushConnection openPush(Transport transport) throws IOException {
            try {
                return transport.openPush();
            } catch (NotSupportedException e) {
                throw GitFailures.pushRefused(GitFailureReason.READ_ONLY.argument());
            }
        }

        private GitPushOutcome send(PushConnection connection, RemoteRefUpdate update) throws IOException {
            try {
                connection.push(NullProgressMonitor.INSTANCE, Map.of(branch, update));
            } catch (TransportException e) {
                if (status() / 100 == 3 || status() / 100 == 4) {
                    throw e;
                }
                return new GitPushOutcome.Unknown(e);
            }
            return switch (update.getStatus()) {
                case OK -> new GitPushOutcome.Stored();
                case NOT_ATTEMPTED, AWAITING_REPORT -> new GitPushOutcome.Unknown(new IOException("no report came"));
                default -> new GitPushOutcome.Refused(said(update.getMessage()));
            };
        }

        private StoreFailure refusal(IOException failure) {
            return status() == FORBIDDEN
                    ? GitFailures.pushRefused(GitFailureReason.FORBIDDEN.argument())
                    : GitFailures.ofRemote(failure, status());
        }

        private String said(@Nullable String message) {
            return message == null || message.isBlank()
                    ? GitFailureReason.FORBIDDEN.argument()
                    : address.withoutSecrets(message.strip());
        }

        private int status() {
            return connections == null ? 0 : connections.status();
        }
    }
}
