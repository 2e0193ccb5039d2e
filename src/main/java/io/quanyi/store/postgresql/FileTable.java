package io.quanyi.store.postgresql;

import io.quanyi.digest.Sha256;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.folder.StorePath;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of the files of states, and of their bytes. */
final class FileTable {

    /** The files of a state: of each path the newest row up to it. */
    private static final String OF_STATE =
            "select distinct on (path) path, digest from quanyi_file where revision <= ? order by path, revision desc";

    private static final int AT_ONCE = 50;

    private FileTable() {}

    /**
     * Reads the files of a state.
     *
     * @param former a state whose equal files are reused, so that they are in memory once; null for none
     * @throws StoreRefused if they are not those that were written, or too many
     */
    static DatabaseState read(Connection connection, Revision revision, @Nullable DatabaseState former)
            throws SQLException {
        requireBounds(connection, revision);
        Map<String, String> digests = digests(connection, revision);
        List<SourceFile> files = new ArrayList<>();
        Map<String, List<String>> missing = new TreeMap<>();
        digests.forEach((path, digest) -> {
            StorePath.require(path);
            SourceFile same = former == null ? null : former.file(path, digest);
            if (same == null) {
                missing.computeIfAbsent(digest, one -> new ArrayList<>()).add(path);
            } else {
                files.add(same);
            }
        });
        fetch(connection, missing, files);
        if (!SourceTree.digest(files).equals(revision.files())) {
            throw Database.damaged("quanyi_file " + revision.number());
        }
        return DatabaseState.of(revision, files);
    }

    private static void requireBounds(Connection connection, Revision revision) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*)," + " coalesce(sum(octet_length(bytes)), 0) from ("
                        + OF_STATE + ") files join quanyi_blob using (digest)")) {
            statement.setLong(1, revision.number());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getLong(1) > SourceTree.MAX_FILES || row.getLong(2) > SourceTree.MAX_BYTES) {
                    throw new StoreRefused(Fault.at("", "store-full", SourceTree.MAX_FILES, SourceTree.MAX_BYTES));
                }
            }
        }
    }

    private static Map<String, String> digests(Connection connection, Revision revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_STATE)) {
            statement.setLong(1, revision.number());
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, String> digests = new HashMap<>();
                while (rows.next()) {
                    digests.put(rows.getString(1), rows.getString(2));
                }
                return digests;
            }
        }
    }

    private static void fetch(Connection connection, Map<String, List<String>> missing, List<SourceFile> files)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select digest, bytes from quanyi_blob where digest = any(?)")) {
            Array digests = connection.createArrayOf("text", missing.keySet().toArray());
            statement.setArray(1, digests);
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] bytes = rows.getBytes(2);
                    for (String path : missing.getOrDefault(rows.getString(1), List.of())) {
                        if (!Sha256.hex(bytes).equals(rows.getString(1))) {
                            throw Database.damaged(path);
                        }
                        files.add(new SourceFile(path, bytes));
                    }
                }
            }
            digests.free();
        }
    }

    /** Inserts the files that a state adds or replaces. */
    static void insert(Connection connection, Revision revision, List<SourceFile> files) throws SQLException {
        try (PreparedStatement blob = connection.prepareStatement(
                        "insert into quanyi_blob (digest, bytes) values (?, ?) on conflict do nothing");
                PreparedStatement row = connection.prepareStatement(
                        "insert into quanyi_file (path, revision, digest) values (?, ?, ?)")) {
            for (SourceFile file : files) {
                String digest = Sha256.hex(file.bytes());
                blob.setString(1, digest);
                blob.setBytes(2, file.bytes());
                blob.addBatch();
                row.setString(1, file.path());
                row.setLong(2, revision.number());
                row.setString(3, digest);
                row.addBatch();
            }
            blob.executeBatch();
            row.executeBatch();
        }
    }
}
