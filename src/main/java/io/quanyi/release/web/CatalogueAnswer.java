package io.quanyi.release.web;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.answer.NamedEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue of a release, with names in one language. */
record CatalogueAnswer(
        ReleaseId release,
        String version,
        List<ProductEntry> products,
        List<NamedEntry> families,
        List<String> deployments,
        List<NamedEntry> plans,
        List<NamedEntry> topics,
        List<NamedEntry> severities,
        List<MeasureEntry> measures,
        List<CodeEntry> codes,
        List<WindowEntry> windows,
        List<ChannelEntry> channels,
        List<ServiceEntry> services,
        List<OpeningEntry> openings) {

    record ProductEntry(String id, String family, String name, List<String> aliases) {}

    record MeasureEntry(String id, String name, String kind, String of, List<NamedEntry> values) {}

    record CodeEntry(String id, String kind, String name) {}

    record WindowEntry(
            String id,
            String name,
            @Nullable String zone,
            @Nullable String calendar,
            @Nullable String announcements,
            Map<String, List<String>> week,
            @Nullable BigDecimal workingDayHours,
            List<String> readings) {}

    record ChannelEntry(
            String id,
            String name,
            @Nullable String contact,
            @Nullable String window) {}

    record ServiceEntry(
            String id,
            String name,
            boolean special,
            @Nullable String severity,
            List<NamedEntry> activities,
            List<String> beyond,
            List<String> instead) {}

    record OpeningEntry(String service, String product) {}
}
