package io.quanyi.catalogue;

import io.quanyi.source.Tree;
import io.quanyi.text.Names;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue file as written, before its references are followed. */
record CatalogueDocument(
        List<ProductEntry> products,
        @Pattern(regexp = Ids.ID) List<String> deployments,
        List<TermEntry> plans,
        @Nullable List<TermEntry> topics,
        @Nullable List<TermEntry> severities,
        List<WindowEntry> windows,
        List<ChannelEntry> channels,
        List<ServiceEntry> services,
        @Nullable List<OpeningEntry> openings,
        @Nullable Elsewhere elsewhere) {

    record ProductEntry(
            @Pattern(regexp = Ids.ID) String id,
            @Pattern(regexp = Ids.ID) @Nullable String family,
            Names names,
            @Nullable List<String> aliases) {}

    record TermEntry(@Pattern(regexp = Ids.ID) String id, Names names) {}

    record WindowEntry(
            @Pattern(regexp = Ids.ID) String id,
            Names names,
            @Nullable ZoneId zone,
            @Pattern(regexp = Ids.ID) @Nullable String calendar,

            @Pattern(regexp = "closed|as-announced") @Nullable String holidays,

            @Pattern(regexp = Ids.ID) @Nullable String announcements,
            @Nullable Map<String, Tree> week,
            @Pattern(regexp = "unstated") @Nullable String hours,
            @Pattern(regexp = Ids.READING) @Nullable List<String> readings) {

        /** Refuses hours that are both stated and not, and announcements without a calendar to follow. */
        WindowEntry {
            if ((week == null) != (hours != null) || (week != null && (zone == null || week.isEmpty()))) {
                throw new IllegalArgumentException("a window has a zone and a week, or its hours are unstated");
            }
            boolean announced = "as-announced".equals(holidays);
            if (announced != (announcements != null) || (announced && calendar == null)) {
                throw new IllegalArgumentException("holidays as-announced need a calendar and announcements");
            }
        }
    }

    record ChannelEntry(
            @Pattern(regexp = Ids.ID) String id,
            Names names,
            @Nullable String contact,
            @Pattern(regexp = Ids.ID) @Nullable String window) {}

    record ServiceEntry(
            @Pattern(regexp = Ids.ID) String id,
            @Pattern(regexp = "plan|special") String kind,
            Names names,
            @Pattern(regexp = Ids.ID) @Nullable String severity,
            @Nullable List<TermEntry> activities,
            @Pattern(regexp = Ids.ID) @Nullable List<String> beyond,
            @Pattern(regexp = Ids.ID) @Nullable List<String> instead) {}

    record OpeningEntry(
            @Pattern(regexp = Ids.ID) String service,
            @Pattern(regexp = Ids.ID) String product) {}

    record Elsewhere(
            @Pattern(regexp = Ids.ID) @Nullable List<String> products,
            @Pattern(regexp = Ids.ID) @Nullable List<String> deployments,
            @Pattern(regexp = Ids.ID) @Nullable List<String> services,
            @Pattern(regexp = Ids.ID) @Nullable List<String> channels,
            @Pattern(regexp = Ids.ID) @Nullable List<String> topics,
            @Pattern(regexp = Ids.ID) @Nullable List<String> severities,
            @Pattern(regexp = Ids.ID) @Nullable List<String> activities) {}
}
