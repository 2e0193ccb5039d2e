package io.quanyi.catalogue;

import io.quanyi.source.ShortForm;
import io.quanyi.source.Tree;
import io.quanyi.text.BilingualText;
import io.quanyi.text.InvalidValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue file as written, before its references are resolved. Its lists are bounded, because every entry of a release is tried; the
 * bounds are many times the size of any programme.
 */
record CatalogueDocument(
        @Size(max = 2) @Pattern(regexp = "zh-CN|en") @Nullable List<String> languages,

        @Size(max = 2_000) List<ProductEntry> products,
        @Size(max = 500) @Nullable List<TermEntry> families,
        @Size(max = 50) @Pattern(regexp = Ids.ID) List<String> deployments,
        @Size(max = 50) List<TermEntry> plans,
        @Size(max = 500) @Nullable List<TermEntry> topics,
        @Size(max = 100) @Nullable List<TermEntry> severities,
        @Size(max = 50) @Nullable List<MeasureEntry> measures,
        @Size(max = 500) @Nullable List<CodeEntry> codes,
        @Size(max = 200) List<WindowEntry> windows,
        @Size(max = 500) List<ChannelEntry> channels,
        @Size(max = 500) List<ServiceEntry> services,
        @Size(max = 500) @Nullable List<GroupEntry> groups,
        @Size(max = 10_000) @Nullable List<OpeningEntry> openings,
        @Nullable Elsewhere elsewhere) {

    record ProductEntry(
            @Pattern(regexp = Ids.ID) String id,
            @Pattern(regexp = Ids.ID) @Nullable String family,
            BilingualText names,
            @Size(max = 50) @Nullable List<String> aliases) {}

    record TermEntry(@Pattern(regexp = Ids.ID) String id, BilingualText names) {}

    record MeasureEntry(
            @Pattern(regexp = Ids.ID) String id,
            BilingualText names,
            @Pattern(regexp = "number|id|date|boolean") String kind,
            @Pattern(regexp = "subscription|question") String of,
            @Size(max = 200) @Nullable List<TermEntry> values) {

        /** Refuses a measure of ids that declares none, and ids of one of another kind. */
        MeasureEntry {
            if (kind.equals("id") == (values == null || values.isEmpty())) {
                throw new InvalidValue("measure-values");
            }
        }
    }

    record CodeEntry(
            @Pattern(regexp = Ids.ID) String id,

            @Pattern(
                    regexp =
                            "denial|referral|sale|condition|deployment|deliverer|seat|priority|language|fulfilment|share-of")
            String kind,

            BilingualText names) {}

    record WindowEntry(
            @Pattern(regexp = Ids.ID) String id,
            BilingualText names,
            @Nullable ZoneId zone,
            @Pattern(regexp = Ids.ID) @Nullable String calendar,

            @Pattern(regexp = "closed|as-announced") @Nullable String holidays,

            @Pattern(regexp = Ids.ID) @Nullable String announcements,
            @Nullable Map<String, Tree> week,
            @Pattern(regexp = "unstated") @Nullable String hours,

            @DecimalMin("0.5") @DecimalMax("24") @Digits(integer = 2, fraction = 2) @Nullable BigDecimal workingDayHours,

            @Pattern(regexp = Ids.READING) @Nullable List<String> readings) {

        /** Refuses a window whose hours are both stated and not stated, and announcements without a calendar. A working day is one of stated hours. */
        WindowEntry {
            boolean incomplete = week != null && (zone == null || week.isEmpty());
            boolean unstatedDay = week == null && workingDayHours != null;
            if ((week == null) != (hours != null) || incomplete || unstatedDay) {
                throw new InvalidValue("window-incomplete");
            }
            boolean announced = "as-announced".equals(holidays);
            if (announced != (announcements != null) || (announced && calendar == null)) {
                throw new InvalidValue("window-announcements");
            }
        }
    }

    record ChannelEntry(
            @Pattern(regexp = Ids.ID) String id,
            BilingualText names,
            @Nullable String contact,
            @Pattern(regexp = Ids.ID) @Nullable String window) {}

    record ServiceEntry(
            @Pattern(regexp = Ids.ID) String id,
            @Pattern(regexp = "plan|special") String kind,
            BilingualText names,
            @Pattern(regexp = Ids.ID) @Nullable String severity,
            @Size(max = 200) @Nullable List<TermEntry> activities,
            @Pattern(regexp = Ids.ID) @Nullable List<String> beyond,
            @Pattern(regexp = Ids.ID) @Nullable List<String> instead) {}

    record GroupEntry(
            @Pattern(regexp = Ids.ID) String id,
            BilingualText names,
            @Size(max = 500) @Pattern(regexp = Ids.ID) List<String> services) {}

    record OpeningEntry(
            @Pattern(regexp = Ids.ID) String service,
            @Pattern(regexp = Ids.ID) String product) {}

    @ShortForm("id")
    record SiblingProductEntry(
            @Pattern(regexp = Ids.ID) String id,
            @Nullable BilingualText names,
            @Size(max = 50) @Nullable List<String> aliases) {}

    record Elsewhere(
            @Size(max = 5_000) @Nullable List<SiblingProductEntry> products,

            @Size(max = 5_000) @Pattern(regexp = Ids.ID) @Nullable List<String> deployments,

            @Size(max = 5_000) @Pattern(regexp = Ids.ID) @Nullable List<String> services,

            @Size(max = 5_000) @Pattern(regexp = Ids.ID) @Nullable List<String> channels,

            @Size(max = 5_000) @Pattern(regexp = Ids.ID) @Nullable List<String> topics,

            @Size(max = 5_000) @Pattern(regexp = Ids.ID) @Nullable List<String> severities,

            @Size(max = 5_000) @Pattern(regexp = Ids.ID) @Nullable List<String> activities) {}
}
