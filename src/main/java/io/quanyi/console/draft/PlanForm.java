package io.quanyi.console.draft;

import io.quanyi.console.FormFields;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an author says how a draft is to be published.
 *
 * @param form its fields: {@code note-zh-CN} and {@code note-en}, {@code from} in the zone of the programme, {@code later}, {@code past}
 *     and {@code accept}
 */
record PlanForm(FormFields form, ZoneId zone) {

    /** The most characters of a note. */
    static final int MOST_NOTE = 1000;

    private static final List<String> LATER = List.of("carry", "keep");

    /**
     * The plan that the form states.
     *
     * @return null, with the faults added, if it states none
     */
    @Nullable DraftPlan plan(String by, Instant now, Faults faults) {
        int before = faults.count();
        Map<String, String> note = Arrays.stream(Language.values())
                .collect(Collectors.toMap(Language::tag, language -> note(language, faults)));
        OffsetDateTime from = from(faults);
        if (from != null && from.toInstant().isBefore(now) && !form.has("past")) {
            faults.add(Fault.at("/past", "draft-rewrites-past"));
        }
        String later = form.first("later");
        return faults.count() > before
                ? null
                : new DraftPlan(
                        from,
                        new BilingualText(note),
                        form.has("accept") ? List.of(LedgerEntry.NOT_COMPARED) : null,
                        LATER.contains(later) ? later : null,
                        by,
                        now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private String note(Language language, Faults faults) {
        String note = form.first("note-" + language.tag()).strip();
        if (note.isEmpty() || note.length() > MOST_NOTE) {
            faults.add(Fault.at("/note/" + language.tag(), "draft-note", MOST_NOTE));
        }
        return note;
    }

    private @Nullable OffsetDateTime from(Faults faults) {
        String from = form.first("from");
        try {
            return from.isEmpty()
                    ? null
                    : LocalDateTime.parse(from).atZone(zone).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            faults.add(Fault.at("/from", "draft-from", from));
            return null;
        }
    }

    /** The values that were given, to be shown again. */
    Map<String, Object> given() {
        return Map.of(
                "noteChinese", form.first("note-" + Language.CHINESE.tag()),
                "noteEnglish", form.first("note-" + Language.ENGLISH.tag()),
                "from", form.first("from"),
                "later", form.first("later"));
    }
}
