package io.quanyi.store.git;

import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.SourceFile;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Creates commits of changes in the local copy. They are not on a branch yet. */
public final class GitCommits {

    /**
     * The mail address of all commits. Git requires an address, changes have none, and an address under {@code
     * .invalid} can belong to no person.
     */
    static final String MAILBOX = "quanyi@quanyi.invalid";

    private static final int MAX_NAME_LENGTH = 200;

    private final Repository repository;
    private final String folder;
    private final Clock clock;

    /** @param folder the folder of the rules; empty for the root */
    GitCommits(Repository repository, String folder, Clock clock) {
        this.repository = repository;
        this.folder = folder.isEmpty() ? "" : folder + "/";
        this.clock = clock;
    }

    /**
     * Creates a commit of a change on a base commit, or returns the base if the change has no effect.
     *
     * @throws StoreRefused if the change is not allowed; nothing is written then
     */
    ObjectId commit(ObjectId base, StoreChange change) throws IOException {
        requirePaths(change);
        try (ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = repository.newObjectReader();
                RevWalk commits = new RevWalk(reader)) {
            RevCommit parent = commits.parseCommit(base);
            ObjectId tree = new GitTreeWriter(reader, inserter)
                    .write(parent.getTree(), folder, change.added(), change.ledgers());
            if (tree.equals(parent.getTree())) {
                return base;
            }
            CommitBuilder builder = builder(tree, change.author(), change.message());
            builder.setParentId(parent);
            ObjectId commit = inserter.insert(builder);
            inserter.flush();
            return commit;
        }
    }

    /**
     * Creates a commit without a parent.
     *
     * @throws StoreRefused if a file has a path that git cannot have; nothing is written then
     */
    ObjectId first(List<SourceFile> files, String author, String message) throws IOException {
        files.forEach(file -> GitPaths.require(file.path()));
        try (ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = repository.newObjectReader()) {
            ObjectId tree = new GitTreeWriter(reader, inserter).write(null, folder, files, List.of());
            ObjectId commit = inserter.insert(builder(tree, author, message));
            inserter.flush();
            return commit;
        }
    }

    private static void requirePaths(StoreChange change) {
        Stream.concat(change.added().stream(), change.ledgers().stream())
                .map(SourceFile::path)
                .forEach(GitPaths::require);
    }

    private CommitBuilder builder(ObjectId tree, String name, String message) {
        PersonIdent author = person(name, clock);
        CommitBuilder builder = new CommitBuilder();
        builder.setTreeId(tree);
        builder.setAuthor(author);
        builder.setCommitter(author);
        builder.setEncoding(StandardCharsets.UTF_8);
        builder.setMessage(message(message));
        return builder;
    }

    /** The author of a commit that is made now. */
    public static PersonIdent person(String name, Clock clock) {
        return new PersonIdent(name(name), MAILBOX, clock.instant(), clock.getZone());
    }

    /** A name in one line, without the brackets that end a name in a commit. */
    private static String name(String author) {
        String line = blanked(author, point -> point == '<' || point == '>' || DeceptiveCharacters.isInvisible(point))
                .strip();
        int length = Math.min(MAX_NAME_LENGTH, line.codePointCount(0, line.length()));
        String cut = line.substring(0, line.offsetByCodePoints(0, length)).strip();
        return cut.isEmpty() ? "quanyi" : cut;
    }

    private static String message(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return blanked(lines, point -> point != '\n' && DeceptiveCharacters.isInvisible(point))
                        .strip() + "\n";
    }

    private static String blanked(String text, IntPredicate unwanted) {
        StringBuilder blanked = new StringBuilder();
        text.codePoints().map(point -> unwanted.test(point) ? ' ' : point).forEach(blanked::appendCodePoint);
        return blanked.toString();
    }
}
