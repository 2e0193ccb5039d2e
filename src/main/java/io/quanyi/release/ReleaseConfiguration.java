package io.quanyi.release;

import io.quanyi.decision.Decider;
import io.quanyi.decision.Matrix;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Loads the releases once, before the service answers anything; a fault in any of them stops the start. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    /** The rules tree that the build checked and packed. */
    static final String BUNDLED = "quanyi/rules.zip";

    /** @param folder a folder to read the rules from; without one, those that the build packed */
    @Bean
    SourceTree rules(@Value("${quanyi.rules:#{null}}") @Nullable Path folder) {
        return folder == null ? bundled() : SourceTree.ofFolder(folder);
    }

    /**
     * Loads them and asks every service of each once, in every plan: what cannot answer does not start, and the first caller
     * does not wait for the engine to wake.
     *
     * @throws FaultsFound with every fault, if there is any
     */
    @Bean
    ServedReleases servedReleases(SourceTree rules) {
        ServedReleases releases = RulesTree.load(rules);
        for (Timeline timeline : releases.timelines()) {
            for (LedgerEntry entry : timeline.entries()) {
                timeline.release(entry.number())
                        .ifPresent(release ->
                                Matrix.of(release, entry.publishedAt().toInstant()));
            }
        }
        return releases;
    }

    @Bean
    RuleCases ruleCases(SourceTree rules, ServedReleases releases) {
        return new RuleCases(rules, releases);
    }

    @Bean
    Decider decider(ServedReleases releases) {
        return new Decider(releases);
    }

    private static SourceTree bundled() {
        try (InputStream zip = new ClassPathResource(BUNDLED).getInputStream()) {
            return SourceTree.ofZip(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
