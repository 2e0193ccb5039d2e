package io.quanyi.store.postgresql;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.folder.StorePath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Drafts in the tables beside the states, so that every service of the store sees each change at once. A change locks
 * the row of its draft and compares its files with those that it was made for.
 */
final class PostgresqlDraftStore implements DraftStore {

    /** Drafts within the bounds, all or one of them, with all of their files or those of one name. */
    private static final String READ = "select draft.id, file.path, file.bytes from ("
            + "select id from quanyi_draft left join quanyi_draft_file on draft = id"
            + " where id = coalesce(?, id) group by id having coalesce(sum(octet_length(bytes)), 0) <= ?"
            + " order by id limit ?) draft left join quanyi_draft_file file on file.draft = draft.id"
            + " and file.path = coalesce(?, file.path)"
            + " order by draft.id, file.path";

    private final Database database;
    private final DraftBounds bounds;

    PostgresqlDraftStore(Database database, DraftBounds bounds) {
        this.database = database;
        this.bounds = bounds;
    }

    @Override
    public List<DraftFiles> all() {
        return database.read(connection -> read(connection, null, null));
    }

    @Override
    public SortedMap<String, SourceFile> files(String name) {
        SortedMap<String, SourceFile> files = new TreeMap<>();
        database.read(connection -> read(connection, null, name))
                .forEach(draft -> draft.files().forEach(file -> files.put(draft.id(), file)));
        return files;
    }

    @Override
    public Optional<DraftFiles> find(String id) {
        return database.read(connection -> read(connection, id, null)).stream().findFirst();
    }

    @Override
    public void put(DraftFiles draft, @Nullable String base, String author) {
        draft.files().forEach(file -> StorePath.require(file.path()));
        database.write(moved(draft.id()), connection -> {
            if (base == null) {
                update(connection, "insert into quanyi_draft (id, changed_by) values (?, ?)", draft.id(), author);
            } else {
                requireUnmoved(connection, draft.id(), base);
                update(
                        connection,
                        "update quanyi_draft set changed_by = ?, changed_at = now() where id = ?",
                        author,
                        draft.id());
                update(connection, "delete from quanyi_draft_file where draft = ?", draft.id());
            }
            insert(connection, draft);
            return draft;
        });
    }

    @Override
    public void remove(String id, String base, String author) {
        database.write(moved(id), connection -> {
            requireUnmoved(connection, id, base);
            return update(connection, "delete from quanyi_draft where id = ?", id);
        });
    }

    @Override
    public byte[] secret() {
        Optional<byte[]> present = database.read(PostgresqlDraftStore::secret);
        return present.isPresent() ? present.get() : newSecret();
    }

    /** The secret of whichever process is the first. */
    private byte[] newSecret() {
        return database.write(moved(""), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into quanyi_secret (secret) values (?) on conflict do nothing")) {
                statement.setBytes(1, DraftStore.freshSecret());
                statement.executeUpdate();
            }
            return secret(connection).orElseThrow();
        });
    }

    private static Optional<byte[]> secret(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select secret from quanyi_secret");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        }
    }

    /**
     * @param id the draft; null for all
     * @param name the name of the files; null for all
     */
    private List<DraftFiles> read(Connection connection, @Nullable String id, @Nullable String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, id);
            statement.setLong(2, bounds.bytes());
            statement.setInt(3, bounds.most());
            statement.setString(4, name);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, List<SourceFile>> drafts = new TreeMap<>();
                while (rows.next()) {
                    List<SourceFile> files = drafts.computeIfAbsent(rows.getString(1), one -> new ArrayList<>());
                    String path = rows.getString(2);
                    if (path != null && StorePath.isAllowed(path)) {
                        files.add(new SourceFile(path, rows.getBytes(3)));
                    }
                }
                return drafts.entrySet().stream()
                        .map(draft -> new DraftFiles(draft.getKey(), draft.getValue()))
                        .toList();
            }
        }
    }

    /** Locks the row of a draft until the end of the transaction, and fails if the draft is in another state. */
    private void requireUnmoved(Connection connection, String id, String base) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from quanyi_draft where id = ? for update")) {
            statement.setString(1, id);
            statement.executeQuery().close();
        }
        List<DraftFiles> present = read(connection, id, null);
        DraftStore.refuseMoved(
                id, base, present.isEmpty() ? null : present.get(0).revision());
    }

    private static void insert(Connection connection, DraftFiles draft) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into quanyi_draft_file (draft, path, bytes) values (?, ?, ?)")) {
            for (SourceFile file : draft.files()) {
                statement.setString(1, draft.id());
                statement.setString(2, file.path());
                statement.setBytes(3, file.bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static int update(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static StoreMoved moved(String id) {
        return new StoreMoved(Fault.at("", "draft-moved", id));
    }
}
