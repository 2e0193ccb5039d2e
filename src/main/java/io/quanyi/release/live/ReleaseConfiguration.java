package io.quanyi.release.live;

import io.quanyi.decision.advice.Decider;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Store;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.store.folder.ReadOnlyStore;
import io.quanyi.store.git.GitStore;
import io.quanyi.store.git.GitStoreSettings;
import io.quanyi.store.git.draft.DraftBranchBounds;
import io.quanyi.store.git.draft.GitDraftStore;
import io.quanyi.store.postgresql.DraftBounds;
import io.quanyi.store.postgresql.PostgresqlStore;
import io.quanyi.store.postgresql.PostgresqlStoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * The beans of the store and of the releases that answer. The store is opened and loaded before the service accepts
 * requests.
 */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    /** The rules that the build checked and packed, as a resource. */
    static final String BUNDLED = "quanyi/rules.zip";

    /** A release is loaded this many polling intervals before it comes into force. */
    private static final int LOOKS_AHEAD = 3;

    /**
     * Opens the store.
     *
     * @throws FaultsFound if it cannot be opened
     */
    @Bean
    Store store(StoreProperties properties, RulesProperties from, DraftProperties drafts, Clock clock) {
        Path rules = from.rules();
        if (rules != null && !Files.isDirectory(rules)) {
            throw new FaultsFound(List.of(Fault.at(Position.of(rules.toString()), "folder-missing")));
        }
        try {
            return switch (properties.kind()) {
                case READ_ONLY -> rules == null ? ReadOnlyStore.packed(bundled()) : ReadOnlyStore.ofFolder(rules);
                case FOLDER -> FolderStore.open(properties.folder(), seed(rules));
                case GIT -> git(settings(properties), drafts, clock);
                case POSTGRESQL -> postgresql(properties, drafts, rules, clock);
            };
        } catch (StoreFailure e) {
            throw new FaultsFound(List.of(e.fault()));
        }
    }

    private static Store postgresql(
            StoreProperties properties, DraftProperties drafts, @Nullable Path rules, Clock clock) {
        DraftBounds bounds = new DraftBounds(drafts.most(), drafts.mostBytes().toBytes() + DraftProperties.HEAD_BYTES);
        return PostgresqlStore.open(databaseSettings(properties), bounds, () -> seed(rules), clock);
    }

    /** The files with which a store that is empty begins. */
    private static SourceTree seed(@Nullable Path rules) {
        return rules == null ? bundled() : SourceTree.ofFolder(rules);
    }

    private static Store git(GitStoreSettings settings, DraftProperties drafts, Clock clock) {
        // The files of a draft, its head, its seal and the comments on it
        DraftBranchBounds bounds = new DraftBranchBounds(
                drafts.most(),
                drafts.mostBytes().toBytes() + DraftProperties.HEAD_BYTES + DraftProperties.COMMENT_BYTES);
        return GitStore.open(settings, clock, () -> GitDraftStore.open(settings, clock, bounds));
    }

    /** @throws FaultsFound with every fault, if no state can answer */
    @Bean
    LiveReleases liveReleases(Store store, StoreProperties properties, Clock clock) {
        Duration lead = properties.poll().multipliedBy(LOOKS_AHEAD);
        return new LiveReleases(
                store, clock, properties.keep(), lead, properties.leastFree().toBytes());
    }

    @Bean
    StorePoller storePoller(LiveReleases releases, Store store, StoreProperties properties) {
        return new StorePoller(releases, store, properties.poll());
    }

    @Bean
    ReleaseMetrics releaseMetrics(LiveReleases releases, Store store, Clock clock) {
        return new ReleaseMetrics(releases, store, clock);
    }

    @Bean
    Decider decider(LiveReleases releases) {
        return new Decider(releases);
    }

    private static PostgresqlStoreSettings databaseSettings(StoreProperties properties) {
        StoreProperties.Postgresql database = properties.postgresql();
        return new PostgresqlStoreSettings(
                required(database.url(), "quanyi.store.postgresql.url"),
                database.user(),
                database.password(),
                database.schema(),
                properties.folder(),
                database.timeout());
    }

    private static String required(@Nullable String value, String setting) {
        if (value == null) {
            throw new FaultsFound(List.of(Fault.at(Position.of(setting), "property-missing")));
        }
        return value;
    }

    private static GitStoreSettings settings(StoreProperties properties) {
        StoreProperties.Git git = properties.git();
        return new GitStoreSettings(
                required(git.uri(), "quanyi.store.git.uri"),
                git.branch(),
                git.path(),
                git.username(),
                git.password(),
                properties.folder(),
                git.timeout());
    }

    private static SourceTree bundled() {
        try (InputStream zip = new ClassPathResource(BUNDLED).getInputStream()) {
            return SourceTree.ofZip(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
