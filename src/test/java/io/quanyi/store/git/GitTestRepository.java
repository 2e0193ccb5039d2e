package io.quanyi.store.git;

import io.quanyi.source.SourceFile;
import io.quanyi.store.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** A repository in a folder, changed directly by tests as by other people. */
public final class GitTestRepository implements AutoCloseable {

    static final String BRANCH = "refs/heads/main";

    private final Path folder;
    private final Repository repository;
    private int commits;

    private GitTestRepository(Path folder, Repository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    /** A new repository without a commit. */
    public static GitTestRepository empty(Path folder) {
        // Otherwise the machine's configuration would affect the test
        CleanSystemReader.install();
        try {
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            repository.create(true);
            // No background collection may run in a folder that the test deletes
            repository.getConfig().setBoolean("receive", null, "autogc", false);
            repository.getConfig().save();
            return new GitTestRepository(folder, repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GitStoreSettings settings(Path copy) {
        return settings(copy, "");
    }

    GitStoreSettings settings(Path copy, String path) {
        return new GitStoreSettings(folder.toString(), "main", path, null, null, copy, Duration.ofSeconds(20));
    }

    public Path folder() {
        return folder;
    }

    Repository repository() {
        return repository;
    }

    /** Commits exactly these files on the branch. */
    public ObjectId commit(Map<String, String> files) {
        return move(commit(files, parents()));
    }

    /** Commits exactly these files without moving a branch. */
    public ObjectId commit(Map<String, String> files, ObjectId... parents) {
        Map<String, Entry> entries = new TreeMap<>();
        files.forEach((path, text) -> entries.put(path, new Entry(FileMode.REGULAR_FILE, blob(text))));
        return commitOf(tree(entries), parents);
    }

    /** Commits one more entry of any mode on the branch. */
    ObjectId commitEntry(String path, FileMode mode, ObjectId id) {
        Map<String, Entry> entries = entries(tip());
        entries.put(path, new Entry(mode, id));
        return move(commitOf(tree(entries), parents()));
    }

    /** Commits one file whose name is any bytes on the branch. */
    ObjectId commitName(byte[] name, FileMode mode, ObjectId id) {
        ObjectId tree = insert(Constants.OBJ_TREE, entry(name, mode, id));
        return move(commitOf(tree, parents()));
    }

    /** A folder that contains a folder ten times. */
    ObjectId treeOfTen(ObjectId tree) {
        ByteArrayOutputStream ten = new ByteArrayOutputStream();
        for (char name = '0'; name <= '9'; name++) {
            ten.writeBytes(entry(new byte[] {(byte) name}, FileMode.TREE, tree));
        }
        return insert(Constants.OBJ_TREE, ten.toByteArray());
    }

    /** Commits the files of another commit again, without moving a branch. */
    ObjectId commitMessage(ObjectId same, String message) {
        try (RevWalk commits = new RevWalk(repository)) {
            return commitOf(commits.parseCommit(same).getTree(), message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectId commitOf(ObjectId tree, ObjectId... parents) {
        return commitOf(tree, "Commit " + commits, parents);
    }

    private ObjectId commitOf(ObjectId tree, String message, ObjectId... parents) {
        PersonIdent somebody = new PersonIdent(
                "Somebody", "s@example.org", Instant.ofEpochSecond(1_700_000_000L + commits++), ZoneOffset.UTC);
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree);
        builder.setParentIds(parents);
        builder.setAuthor(somebody);
        builder.setCommitter(somebody);
        builder.setMessage(message);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(builder);
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ObjectId blob(String text) {
        return insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    public ObjectId insert(int type, byte[] bytes) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, bytes);
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the branch to a commit, without any condition. */
    public ObjectId move(ObjectId commit) {
        return move(BRANCH, commit);
    }

    /** Moves or creates a branch, without any condition. */
    public ObjectId move(String branch, ObjectId commit) {
        try {
            RefUpdate update = repository.updateRef(branch);
            update.setNewObjectId(commit);
            update.setForceUpdate(true);
            update.update();
            return commit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a branch. */
    public void delete(String branch) {
        try {
            RefUpdate update = repository.updateRef(branch);
            update.setForceUpdate(true);
            update.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a branch. */
    public boolean has(String branch) {
        return ref(branch) != null;
    }

    /** The text of every file on a branch. */
    public Map<String, String> files(String branch) {
        return files(Objects.requireNonNull(
                Objects.requireNonNull(ref(branch), branch).getObjectId(), branch));
    }

    /** The name of the author of the newest commit of a branch. */
    public String author(String branch) {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(Objects.requireNonNull(ref(branch), branch).getObjectId())
                    .getAuthorIdent()
                    .getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of one entry of any mode. */
    public ObjectId tree(String name, FileMode mode, ObjectId id) {
        return insert(Constants.OBJ_TREE, entry(name.getBytes(StandardCharsets.UTF_8), mode, id));
    }

    ObjectId tip() {
        return Objects.requireNonNull(Objects.requireNonNull(head()).getObjectId());
    }

    /** The text of every file. */
    Map<String, String> files(ObjectId commit) {
        Map<String, String> files = new TreeMap<>();
        entries(commit).forEach((path, entry) -> files.put(path, text(entry.id())));
        return files;
    }

    /** The paths that differ between two commits, each with its two modes. */
    List<String> difference(ObjectId before, ObjectId after) {
        List<String> paths = new ArrayList<>();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(before).getTree());
            walk.addTree(commits.parseCommit(after).getTree());
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.setRecursive(true);
            while (walk.next()) {
                paths.add(Integer.toOctalString(walk.getRawMode(0)) + " " + Integer.toOctalString(walk.getRawMode(1))
                        + " " + walk.getPathString());
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commits from the newest to the first, each with one parent. */
    List<RevCommit> line() {
        List<RevCommit> line = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(tip());
            line.add(commit);
            while (commit.getParentCount() == 1) {
                commit = walk.parseCommit(commit.getParent(0));
                line.add(commit);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of every file of a snapshot. */
    static Map<String, String> texts(Snapshot snapshot) {
        Map<String, String> texts = new TreeMap<>();
        snapshot.tree()
                .under("")
                .forEach(file -> texts.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
        return texts;
    }

    @Override
    public void close() {
        repository.close();
    }

    private ObjectId[] parents() {
        Ref head = head();
        return head == null ? new ObjectId[0] : new ObjectId[] {head.getObjectId()};
    }

    private @Nullable Ref head() {
        return ref(BRANCH);
    }

    private @Nullable Ref ref(String name) {
        try {
            return repository.exactRef(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Entry> entries(ObjectId commit) {
        Map<String, Entry> entries = new TreeMap<>();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(commit).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                entries.put(walk.getPathString(), new Entry(walk.getFileMode(0), walk.getObjectId(0)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(ObjectId blob) {
        try {
            return new String(repository.open(blob).getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectId tree(Map<String, Entry> entries) {
        DirCache cache = DirCache.newInCore();
        DirCacheBuilder builder = cache.builder();
        entries.forEach((path, entry) -> {
            DirCacheEntry cached = new DirCacheEntry(path);
            cached.setFileMode(entry.mode());
            cached.setObjectId(entry.id());
            builder.add(cached);
        });
        builder.finish();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId tree = cache.writeTree(inserter);
            inserter.flush();
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] entry(byte[] name, FileMode mode, ObjectId id) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes((Integer.toOctalString(mode.getBits()) + " ").getBytes(StandardCharsets.US_ASCII));
        entry.writeBytes(name);
        entry.write(0);
        byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(raw, 0);
        entry.writeBytes(raw);
        return entry.toByteArray();
    }

    private record Entry(FileMode mode, ObjectId id) {}
}
