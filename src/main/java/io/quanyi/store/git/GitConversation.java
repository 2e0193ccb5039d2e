package io.quanyi.store.git;

import io.quanyi.store.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
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
 * One conversation with a remote repository. It uses git's connections instead of its commands, which do not tell a
 * missing branch from a broken connection, nor an unsent push from an unanswered one, and which run hooks.
 */
public final class GitConversation {

    private static final int FORBIDDEN = 403;

    private final Repository repository;
    private final GitAddress address;
    private final int seconds;
    private final @Nullable GitConnections connections;

    /**
     * A conversation that has not begun.
     *
     * @param repository the local repository
     * @param timeout how long the server may stay silent
     */
    public GitConversation(Repository repository, GitAddress address, Duration timeout) {
        this.repository = repository;
        this.address = address;
        this.seconds = Math.toIntExact(timeout.plusNanos(999_999_999).toSeconds());
        this.connections = address.server() == null ? null : new GitConnections(address.server());
    }

    /** The outcome of a push, as far as it is known. */
    public sealed interface PushOutcome {

        /** The branch has the commit. */
        record Stored() implements PushOutcome {}

        /** The branch is at another commit, so the commit was not sent. */
        record Moved(ObjectId tip) implements PushOutcome {}

        /** The remote refused it, with its own message. */
        record Refused(String why) implements PushOutcome {}

        /** The commit was sent, and the remote did not respond. */
        record Unknown(IOException cause) implements PushOutcome {}
    }

    /** Opens the transport, without a connection. */
    public Transport open() throws IOException {
        Transport transport = Transport.open(repository, address.uri());
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
     * Opens a connection that speaks git's protocol only: a plain web server may redirect to others, and the content of a
     * bundle is not checked.
     *
     * @param refs the refs that are asked for; a server may name others too
     */
    public FetchConnection openFetch(Transport transport, RefSpec refs) throws IOException {
        FetchConnection connection = transport.openFetch(List.of(refs));
        if (connection instanceof BasePackFetchConnection) {
            return connection;
        }
        connection.close();
        throw GitFailures.unreachable(GitFailureReason.BROKE_OFF, new IOException("no git server"));
    }

    /** Opens a connection for one update. */
    public PushConnection openPush(Transport transport) throws IOException {
        try {
            return transport.openPush();
        } catch (NotSupportedException e) {
            throw GitFailures.pushRefused(GitFailureReason.READ_ONLY.argument());
        }
    }

    /** Sends an update, and says what became of it. */
    public PushOutcome send(PushConnection connection, RemoteRefUpdate update) throws IOException {
        try {
            connection.push(NullProgressMonitor.INSTANCE, Map.of(update.getRemoteName(), update));
        } catch (TransportException e) {
            if (status() / 100 == 3 || status() / 100 == 4) {
                throw e;
            }
            return new PushOutcome.Unknown(e);
        }
        return switch (update.getStatus()) {
            case OK -> new PushOutcome.Stored();
            case NOT_ATTEMPTED, AWAITING_REPORT -> new PushOutcome.Unknown(new IOException("no report came"));
            default -> new PushOutcome.Refused(said(update.getMessage()));
        };
    }

    /** The failure of a fetch. */
    public StoreFailure failure(IOException failure) {
        return GitFailures.ofRemote(failure, status());
    }

    /** The failure of a push of which nothing was stored. */
    public StoreFailure refusal(IOException failure) {
        return status() == FORBIDDEN
                ? GitFailures.pushRefused(GitFailureReason.FORBIDDEN.argument())
                : failure(failure);
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
