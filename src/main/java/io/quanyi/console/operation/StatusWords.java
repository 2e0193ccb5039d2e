package io.quanyi.console.operation;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.ServingStatus;
import io.quanyi.release.live.ServingStatus.Refusal;
import io.quanyi.release.live.ServingStatus.UnloadableRelease;
import io.quanyi.source.Fault;
import io.quanyi.store.Store;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says the status of a replica in one language. Instants are in UTC, but for those of a programme, which are in its zone. */
final class StatusWords {

    /** More would hide the first ones, which are the causes of others. */
    private static final int MAX_FAULTS = 20;

    private static final int SHOWN_DIGITS = 12;

    private final ServingStatus status;
    private final Instant now;
    private final Language language;
    private final ConsoleTexts texts;

    StatusWords(ServingStatus status, Instant now, Language language) {
        this.status = status;
        this.now = now;
        this.language = language;
        this.texts = new ConsoleTexts(language);
    }

    /** The values of the template. */
    Map<String, Object> content(Store store) {
        return Map.of(
                "answering",
                texts.of(
                        "operation-answering",
                        status.served().snapshot().revision(),
                        utc(status.served().since())),
                "lookedAt",
                texts.of("operation-looked", texts.of("store-" + store.kind()), utc(status.lookedAt())),
                "writing",
                writing(store),
                "unwritable",
                faults(status.unwritable() == null ? List.of() : List.of(status.unwritable())),
                "refused",
                status.refusal() == null ? List.of() : List.of(refused(status.refusal())),
                "broken",
                status.broken().stream().map(this::broken).toList(),
                "programmes",
                status.served().releases().timelines().stream()
                        .map(this::programme)
                        .toList());
    }

    private String writing(Store store) {
        if (!store.writable()) {
            return texts.of("operation-read-only");
        }
        return texts.of(status.unwritable() == null ? "operation-writable" : "operation-not-writable");
    }

    private Map<String, Object> refused(Refusal refusal) {
        String revision = refusal.revision();
        return Map.of(
                "text",
                revision == null
                        ? texts.of("operation-unread", utc(refusal.since()))
                        : texts.of("operation-refused", revision, utc(refusal.since())),
                "faults",
                faults(refusal.faults()));
    }

    private Map<String, Object> broken(UnloadableRelease broken) {
        return Map.of(
                "text",
                texts.of("operation-broken", broken.number(), broken.programme()),
                "faults",
                faults(broken.faults()));
    }

    private List<String> faults(List<Fault> faults) {
        return faults.stream().limit(MAX_FAULTS).map(texts::of).toList();
    }

    private Map<String, Object> programme(Timeline timeline) {
        @Nullable LedgerEntry entry = timeline.entryInForce(now).orElse(null);
        ZoneId zone = timeline.programme().zone();
        return Map.of(
                "id",
                timeline.programme().id(),
                "name",
                timeline.programme().names().in(language),
                "release",
                entry == null ? texts.of("nothing-in-force") : String.valueOf(entry.number()),
                "from",
                entry == null
                        ? ""
                        : entry.effectiveFrom() == null ? texts.of("from-the-beginning") : at(entry.from(), zone),
                "digest",
                entry == null ? "" : shortened(entry.digest()),
                "next",
                timeline.spans().stream()
                        .filter(span -> span.from() != null && span.from().isAfter(now))
                        .findFirst()
                        .map(span -> texts.of(
                                "release-from",
                                span.entry().number(),
                                at(span.entry().from(), zone)))
                        .orElse(""));
    }

    /** The first digits of a digest, by which people compare two replicas. */
    private static String shortened(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return hex.substring(0, Math.min(SHOWN_DIGITS, hex.length()));
    }

    private String utc(Instant instant) {
        return at(instant, ZoneOffset.UTC) + " UTC";
    }

    private String at(Instant instant, ZoneId zone) {
        return new DateTexts(language)
                .instant(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
    }
}
