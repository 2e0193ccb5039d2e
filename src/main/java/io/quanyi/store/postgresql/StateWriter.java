package io.quanyi.store.postgresql;

import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreChange;
import io.quanyi.store.folder.NewFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Inserts the rows of new states, and tells others of them. */
final class StateWriter {

    private static final String SEED_AUTHOR = "quanyi";
    private static final String SEED_MESSAGE = "The rules that a new store begins with";

    private final String schema;
    private final Clock clock;

    StateWriter(String schema, Clock clock) {
        this.schema = schema;
        this.clock = clock;
    }

    /** The first state of a store. */
    DatabaseState first(Connection connection, SourceTree seed) throws SQLException {
        List<SourceFile> files = seed.under("");
        Revision revision = Revision.after(null, SourceTree.digest(files), SEED_AUTHOR, now(), SEED_MESSAGE);
        return inserted(connection, revision, files, files);
    }

    /** The state after a base; the base itself if the change has no effect. */
    DatabaseState next(Connection connection, DatabaseState base, StoreChange change) throws SQLException {
        SourceTree tree = base.snapshot().tree();
        NewFiles newFiles = NewFiles.in(tree);
        List<SourceFile> written = new ArrayList<>(newFiles.of(change));
        change.ledgers().stream().filter(ledger -> !newFiles.hasSame(ledger)).forEach(written::add);
        if (written.isEmpty()) {
            return base;
        }
        List<SourceFile> files = tree.with(written).under("");
        Revision revision = Revision.after(
                base.revision(),
                SourceTree.digest(files),
                visible(change.author().replace('\n', ' ')),
                now(),
                visible(change.message()));
        return inserted(connection, revision, files, written);
    }

    private DatabaseState inserted(
            Connection connection, Revision revision, List<SourceFile> files, List<SourceFile> written)
            throws SQLException {
        // First, so that of two publishers one waits here until the other has ended
        RevisionTable.insert(connection, revision);
        FileTable.insert(connection, revision, written);
        ChangeListener.tell(connection, schema);
        return DatabaseState.of(revision, files);
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A text in lines, without characters that are invisible or that the database does not keep. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .map(point -> point != '\n' && DeceptiveCharacters.isInvisible(point) ? ' ' : point)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
