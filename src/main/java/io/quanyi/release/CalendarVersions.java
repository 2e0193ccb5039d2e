package io.quanyi.release;

import io.quanyi.catalogue.calendar.CalendarCheck;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions of the calendars, which all programmes share, and their checks. */
public final class CalendarVersions {

    /** The offset in which every day begins first: a notice of this day may be published there already. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private CalendarVersions() {}

    /** The versions that no entry of any ledger names, the oldest first. */
    public static List<String> unnamed(SourceTree tree) {
        Map<String, Instant> named = named(tree);
        return RulesTree.calendars(tree).stream()
                .filter(version -> !named.containsKey(version))
                .toList();
    }

    /**
     * Checks whether every version makes sense, also one that no ledger names.
     *
     * @param now the instant that no notice may be later than, where a version is not published
     */
    public static void check(SourceTree tree, Instant now, Faults faults) {
        Map<String, Instant> named = named(tree);
        for (String version : RulesTree.calendars(tree)) {
            check(tree, version, named.getOrDefault(version, now), faults);
        }
    }

    /** Checks the calendars of a release, by the instant at which they were first published, if they were. */
    static void check(SourceTree tree, ReleaseId id, Faults faults) {
        check(tree, id.calendars(), named(tree).get(id.calendars()), faults);
    }

    private static void check(SourceTree tree, String version, @Nullable Instant published, Faults faults) {
        LocalDate latest =
                published == null ? LocalDate.MAX : published.atOffset(EARLIEST).toLocalDate();
        CalendarCheck.check(tree.under("calendars/" + version + "/"), latest, faults);
    }

    /** When each version was first published. */
    private static Map<String, Instant> named(SourceTree tree) {
        Map<String, Instant> named = new HashMap<>();
        for (String programme : RulesTree.programmes(tree)) {
            Ledger ledger = Ledger.of(tree, programme, new Faults());
            if (ledger != null) {
                ledger.releases()
                        .forEach(entry -> named.merge(
                                entry.calendars(),
                                entry.publishedAt().toInstant(),
                                (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return named;
    }
}
