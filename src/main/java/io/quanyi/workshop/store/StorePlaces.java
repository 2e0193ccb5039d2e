package io.quanyi.workshop.store;

import io.quanyi.store.copy.BackupFile;
import io.quanyi.store.copy.DatabasePlace;
import io.quanyi.store.copy.FolderPlace;
import io.quanyi.store.copy.GitPlace;
import io.quanyi.store.copy.StorePlace;
import io.quanyi.store.git.GitStoreSettings;
import io.quanyi.store.postgresql.PostgresqlStoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The places of stores by their addresses on the command line. Names and passwords are read from the variables by which a service is
 * configured, so that they stand in no list of processes.
 */
final class StorePlaces {

    private static final String GIT = "git:";
    private static final String DATABASE = "jdbc:postgresql:";
    private static final String VARIABLES = "QUANYI_STORE_";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Map<String, String> variables;
    private final Clock clock;
    private final Path scratch;
    private final String message;

    /**
     * @param variables those of the process
     * @param scratch a folder for local copies, which is deleted after the call
     * @param message the message of a first commit
     */
    StorePlaces(Map<String, String> variables, Clock clock, Path scratch, String message) {
        this.variables = variables;
        this.clock = clock;
        this.scratch = scratch;
        this.message = message;
    }

    /**
     * The place of an address: {@code git:URI#BRANCH}, {@code jdbc:postgresql://…}, a file whose name ends in {@code .zip}, or a folder.
     *
     * @throws IOException if there is no room for local copies
     */
    StorePlace of(String address) throws IOException {
        if (address.startsWith(GIT)) {
            return git(address.substring(GIT.length()));
        }
        if (address.startsWith(DATABASE)) {
            return new DatabasePlace(
                    new PostgresqlStoreSettings(
                            address,
                            variables.get(VARIABLES + "POSTGRESQL_USER"),
                            variables.get(VARIABLES + "POSTGRESQL_PASSWORD"),
                            variables.getOrDefault(VARIABLES + "POSTGRESQL_SCHEMA", "quanyi"),
                            localCopy(),
                            TIMEOUT),
                    clock);
        }
        Path path = Path.of(address);
        return address.endsWith(".zip") ? new BackupFile(path) : new FolderPlace(path);
    }

    private StorePlace git(String address) throws IOException {
        int hash = address.lastIndexOf('#');
        GitStoreSettings settings = new GitStoreSettings(
                hash < 0 ? address : address.substring(0, hash),
                hash < 0 ? "main" : address.substring(hash + 1),
                variables.getOrDefault(VARIABLES + "GIT_PATH", ""),
                variables.get(VARIABLES + "GIT_USERNAME"),
                variables.get(VARIABLES + "GIT_PASSWORD"),
                localCopy(),
                TIMEOUT);
        return new GitPlace(settings, clock, Objects.requireNonNullElse(variables.get("USER"), "quanyi"), message);
    }

    private Path localCopy() throws IOException {
        return Files.createTempDirectory(scratch, "store-");
    }
}
