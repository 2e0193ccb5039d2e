package io.quanyi.release.publish;

import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Names;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to publish.
 *
 * @param programme for which programme
 * @param effectiveFrom from when on it is to hold; null for the instant at which it is published
 * @param note why
 * @param policy what becomes of the rules
 * @param catalogue what becomes of the catalogue
 * @param calendars what becomes of the calendars
 * @param call who calls, and what they know
 */
public record Submission(
        String programme,
        @Nullable OffsetDateTime effectiveFrom,
        Names note,
        Part policy,
        Part catalogue,
        Part calendars,
        Call call) {

    /**
     * One of the three parts of a release.
     *
     * @param version what it is to be called, or, without files, the version that there is and is meant; null to leave that to the service
     * @param files what is new, each by its path in the part, the catalogue by none; empty to take a version that there is
     */
    public record Part(@Nullable String version, List<SourceFile> files) {

        /** A part of which nothing is said. */
        public static final Part AS_IT_IS = new Part(null, List.of());

        /** Keeps a copy. */
        public Part {
            files = List.copyOf(files);
        }
    }

    /**
     * The circumstances of a call.
     *
     * @param by who calls
     * @param seen whether the caller knows a ledger of this digest: what they decided rests on it
     * @param retry what a repeated call is known by
     * @param dryRun whether to say only what would come of it
     * @param accept what the caller takes upon themselves; null for nothing
     * @param abandoned whether the caller does not wait any more; asked again and again, on the thread of the call
     */
    public record Call(
            String by,
            Predicate<String> seen,
            @Nullable Retry retry,
            boolean dryRun,
            @Nullable List<String> accept,
            BooleanSupplier abandoned) {

        /** A call of somebody who accepts nothing, and waits for the answer. */
        public Call(String by, Predicate<String> seen, @Nullable Retry retry, boolean dryRun) {
            this(by, seen, retry, dryRun, null, () -> false);
        }

        /** The same call, with what its body accepts. */
        public Call accepting(@Nullable List<String> accepted) {
            return new Call(by, seen, retry, dryRun, accepted, abandoned);
        }
    }
}
