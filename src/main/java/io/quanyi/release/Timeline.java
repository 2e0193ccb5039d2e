package io.quanyi.release;

import io.quanyi.catalogue.Programme;
import io.quanyi.decision.release.ProgrammeRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The releases of one programme over time: which is in force at an instant, and which was known to be at another
 * instant. Immutable.
 */
public final class Timeline {

    /**
     * A span of time in which one release is in force.
     *
     * @param from its first instant; null for no lower bound
     * @param to the first instant after it; null for no upper bound
     * @param entry the ledger entry of the release
     */
    public record Span(@Nullable Instant from, @Nullable Instant to, LedgerEntry entry) {}

    private final Programme programme;
    private final String base;
    private final Ledger ledger;
    private final ReleaseCache loaded;
    private final Function<LedgerEntry, ProgrammeRelease> loading;
    private final Map<Integer, LedgerEntry> byNumber = new HashMap<>();
    private final Instant lastPublished;

    /** The entries by the instant from which they are in force. Of two with the same instant, the later published one counts. */
    private final NavigableMap<Instant, LedgerEntry> holding = new TreeMap<>();

    /**
     * The timeline of a ledger. No release is loaded yet.
     *
     * @param base the digest of the files that the releases share
     * @param loaded the cache of releases, shared with other timelines
     * @param loading loads the release of an entry, or throws {@link BrokenRelease}
     */
    Timeline(
            Programme programme,
            String base,
            Ledger ledger,
            ReleaseCache loaded,
            Function<LedgerEntry, ProgrammeRelease> loading) {
        this.programme = programme;
        this.base = base;
        this.ledger = ledger;
        this.loaded = loaded;
        this.loading = loading;
        entries().forEach(entry -> {
            byNumber.putIfAbsent(entry.number(), entry);
            holding.put(entry.from(), entry);
        });
        this.lastPublished = entries().stream()
                .map(entry -> entry.publishedAt().toInstant())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** This timeline with one more release. */
    public Timeline with(LedgerEntry entry, ProgrammeRelease release) {
        List<LedgerEntry> more = new ArrayList<>(entries());
        more.add(entry);
        return new Timeline(
                programme,
                base,
                new Ledger(more, ledger.digest()),
                new ReleaseCache(0),
                asked -> asked.equals(entry) ? release : load(asked));
    }

    /** The programme. */
    public Programme programme() {
        return programme;
    }

    /** The ledger entries, the oldest first. */
    public List<LedgerEntry> entries() {
        return ledger.releases();
    }

    /** The SHA-256 of the ledger, by which a publisher names the ledger that it has seen. */
    public String digest() {
        return ledger.digest();
    }

    /** The entry of a number. */
    public Optional<LedgerEntry> entry(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The release of a number. */
    public Optional<ProgrammeRelease> release(int number) {
        return entry(number).map(this::load);
    }

    /** The release in force at an instant, by today's knowledge. */
    public Optional<ProgrammeRelease> inForce(Instant at) {
        return entryInForce(at).map(this::load);
    }

    /** The release in force at an instant, among those published up to another instant. */
    public Optional<ProgrammeRelease> inForce(Instant at, Instant knownAt) {
        return entryInForce(at, knownAt).map(this::load);
    }

    /** The entry of the release in force at an instant, by today's knowledge. */
    public Optional<LedgerEntry> entryInForce(Instant at) {
        return Optional.ofNullable(holding.floorEntry(at)).map(Map.Entry::getValue);
    }

    private Optional<LedgerEntry> entryInForce(Instant at, Instant knownAt) {
        if (!knownAt.isBefore(lastPublished)) {
            return entryInForce(at);
        }
        LedgerEntry latest = null;
        for (LedgerEntry entry : entries()) {
            boolean begun = entry.isKnownAt(knownAt) && !entry.from().isAfter(at);
            if (begun && (latest == null || !entry.from().isBefore(latest.from()))) {
                latest = entry;
            }
        }
        return Optional.ofNullable(latest);
    }

    /**
     * The spans in which releases are in force, by today's knowledge, in order. There is none before the first release.
     */
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (LedgerEntry entry : holding.values()) {
            spans.add(new Span(start(entry), holding.higherKey(entry.from()), entry));
        }
        return spans;
    }

    /** The entries of the releases in force at an instant or later. */
    List<LedgerEntry> from(Instant now) {
        return within(now, Instant.MAX);
    }

    /** The entries of the releases in force at any instant from the first to the last. */
    public List<LedgerEntry> within(Instant first, Instant last) {
        return spans().stream()
                .filter(span -> span.to() == null || span.to().isAfter(first))
                .map(Span::entry)
                .filter(entry -> !entry.from().isAfter(last))
                .toList();
    }

    /** The cache key of an entry's release. */
    public ReleaseCache.Key key(LedgerEntry entry) {
        return new ReleaseCache.Key(entry.id(programme.id()), base);
    }

    /**
     * The release of an entry, loaded now if it is not in memory.
     *
     * @throws BrokenRelease if it cannot be loaded
     */
    public ProgrammeRelease load(LedgerEntry entry) {
        return loaded.get(key(entry), () -> loading.apply(entry));
    }

    /**
     * Loads the release of an entry once, without keeping it, to see that it can be loaded.
     *
     * @throws BrokenRelease if it cannot
     */
    public void prove(LedgerEntry entry) {
        loaded.prove(key(entry), () -> loading.apply(entry));
    }

    private static @Nullable Instant start(LedgerEntry entry) {
        return entry.effectiveFrom() == null ? null : entry.from();
    }
}
