package io.quanyi.workshop.decide;

import io.quanyi.digest.Sha256;
import io.quanyi.text.Language;
import io.quanyi.workshop.command.ReleaseSelector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is decided by what: the first line of an output. Runs that are equal in it give the same lines.
 *
 * @param kind always {@code run}
 * @param programme the programme
 * @param release the number of the release; null for the draft
 * @param digest the digest of the files of the release
 * @param at the instant of rows that name none; null if each names its own
 * @param language the language of texts
 * @param input the SHA-256 of the file of requests
 */
record DecideRun(
        String kind,
        String programme,
        @Nullable Integer release,
        String digest,
        @Nullable OffsetDateTime at,
        String language,
        String input) {

    private static final int AT_ONCE = 1 << 16;

    static DecideRun of(Path input, ReleaseSelector.Selected selected, @Nullable OffsetDateTime at, Language language)
            throws IOException {
        var id = selected.release().id();
        return new DecideRun(
                "run",
                id.programme(),
                selected.draft() ? null : id.number(),
                id.digest(),
                at,
                language.tag(),
                digest(input));
    }

    private static String digest(Path file) throws IOException {
        Sha256 digest = new Sha256();
        byte[] buffer = new byte[AT_ONCE];
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.with(read == AT_ONCE ? buffer : Arrays.copyOf(buffer, read));
            }
        }
        return digest.named();
    }
}
