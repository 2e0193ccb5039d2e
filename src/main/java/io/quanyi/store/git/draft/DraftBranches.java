package io.quanyi.store.git.draft;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.git.GitAddress;
import io.quanyi.store.git.GitBounds;
import io.quanyi.store.git.GitConversation;
import io.quanyi.store.git.GitConversation.PushOutcome;
import io.quanyi.store.git.GitFailures;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The branches of drafts in the remote repository, each named by the id of its draft. */
final class DraftBranches {

    /** The beginning of their names; the id follows. */
    static final String PREFIX = "refs/heads/drafts/";

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,40}");
    private static final RefSpec ALL = new RefSpec(PREFIX + "*:" + PREFIX + "*");

    private final Repository repository;
    private final GitAddress address;
    private final Duration timeout;
    private final GitBounds bounds;

    DraftBranches(Repository repository, GitAddress address, Duration timeout, GitBounds bounds) {
        this.repository = repository;
        this.address = address;
        this.timeout = timeout;
        this.bounds = bounds;
    }

    /** The newest commit of each branch whose name is that of a draft, by the id. */
    SortedMap<String, ObjectId> list() {
        GitConversation conversation = conversation();
        try (Transport transport = conversation.open();
                FetchConnection connection = conversation.openFetch(transport, ALL)) {
            SortedMap<String, ObjectId> branches = new TreeMap<>();
            for (Ref ref : connection.getRefs()) {
                String id = ref.getName().startsWith(PREFIX) ? ref.getName().substring(PREFIX.length()) : "";
                if (ID.matcher(id).matches() && ref.getObjectId() != null) {
                    branches.put(id, ref.getObjectId());
                }
            }
            return branches;
        } catch (IOException e) {
            throw conversation.failure(e);
        }
    }

    /**
     * Fetches the newest commit of a branch.
     *
     * @param haves commits that are here with all their history
     * @throws StoreMoved if the branch has another one by now
     * @throws StoreRefused if it is too large
     */
    void fetch(String id, ObjectId commit, Set<ObjectId> haves) {
        GitConversation conversation = conversation();
        try (Transport transport = conversation.open();
                FetchConnection connection = conversation.openFetch(transport, ALL)) {
            Ref ref = connection.getRef(PREFIX + id);
            if (ref == null || !commit.equals(ref.getObjectId())) {
                throw moved(id);
            }
            connection.fetch(NullProgressMonitor.INSTANCE, List.of(ref), haves);
        } catch (IOException e) {
            throw BoundedRepository.TooMuch.isCauseOf(e) ? GitFailures.tooLarge(bounds) : conversation.failure(e);
        }
    }

    /**
     * Sets, creates or removes a branch, if it is still where it was seen.
     *
     * @param from the commit at which it was seen; null for no branch
     * @param to a commit; null for no branch
     * @throws StoreMoved if it is elsewhere
     * @throws StoreFailure if it was not set, or that is unknown
     */
    void push(String id, @Nullable ObjectId from, @Nullable ObjectId to) {
        GitConversation conversation = conversation();
        try (Transport transport = conversation.open();
                PushConnection connection = conversation.openPush(transport)) {
            Ref ref = connection.getRef(PREFIX + id);
            ObjectId there = ref == null ? null : ref.getObjectId();
            if (Objects.equals(there, to)) {
                return;
            }
            if (!Objects.equals(there, from)) {
                throw moved(id);
            }
            requireStored(conversation.send(connection, update(id, from, to)));
        } catch (IOException e) {
            throw conversation.refusal(e);
        }
    }

    /** With the expected commit: the remote compares before it sets. */
    private RemoteRefUpdate update(String id, @Nullable ObjectId from, @Nullable ObjectId to) throws IOException {
        String source = to == null ? null : to.name();
        ObjectId expected = from == null ? ObjectId.zeroId() : from;
        return new RemoteRefUpdate(repository, source, to, PREFIX + id, to == null, null, expected);
    }

    private static void requireStored(PushOutcome outcome) {
        if (outcome instanceof PushOutcome.Refused refused) {
            throw GitFailures.pushRefused(refused.why());
        }
        if (outcome instanceof PushOutcome.Unknown unknown) {
            throw GitFailures.outcomeUnknown(unknown.cause());
        }
    }

    private GitConversation conversation() {
        return new GitConversation(repository, address, timeout);
    }

    static StoreMoved moved(String id) {
        return new StoreMoved(Fault.at("", "draft-moved", id));
    }
}
