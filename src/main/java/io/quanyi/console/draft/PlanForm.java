package io.quanyi.console.draft;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an author says how a draft is to be published.
 *
 * @param form its fields: a note for each language ({@code note-zh-CN}, {@code note-en}), {@code from} in the zone of the programme,
 *     {@code later}, {@code past} and {@code accept}
 * @param screen the draft
 */
record PlanForm(FormFields form, DraftScreen screen) {

    /** The most characters of a note. */
    static final int MAX_NOTE = 1000;

    private static final List<String> LATER = List.of("carry", "keep");

    /**
     * The plan that the form states.
     *
     * @return null, with the faults added, if it states none
     * @throws io.quanyi.source.FaultsFound if it has a choice that the page does not offer
     */
    @Nullable DraftPlan plan(String by, Instant now, Faults faults) {
        int before = faults.count();
        Map<String, String> note = screen.requiredLanguages().stream()
                .collect(Collectors.toMap(Language::tag, language -> note(language, faults)));
        OffsetDateTime from = from(faults);
        if (!form.isTicked("past", "yes") && from != null && from.toInstant().isBefore(now)) {
            faults.add(Fault.at("/past", "draft-rewrites-past"));
        }
        String later = form.choice("later", LATER);
        return faults.count() > before
                ? null
                : new DraftPlan(
                        from,
                        new BilingualText(note),
                        form.isTicked("accept", LedgerEntry.NOT_COMPARED) ? List.of(LedgerEntry.NOT_COMPARED) : null,
                        later.isEmpty() ? null : later,
                        by,
                        now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private String note(Language language, Faults faults) {
        String note = form.first(field(language)).strip();
        if (note.isEmpty() || note.length() > MAX_NOTE) {
            faults.add(Fault.at(
                    "/note/" + language.tag(), "draft-note", Fault.text("console." + label(language)), MAX_NOTE));
        }
        return note;
    }

    private @Nullable OffsetDateTime from(Faults faults) {
        String from = form.first("from");
        try {
            return from.isEmpty()
                    ? null
                    : FormFields.instant(from, screen.programme().zone());
        } catch (DateTimeException e) {
            faults.add(Fault.at("/from", "draft-from", from));
            return null;
        }
    }

    /** The fields for the note in each language, with the values that a function gives. */
    static List<Map<String, String>> notes(DraftScreen screen, Function<Language, String> value) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        return screen.requiredLanguages().stream()
                .map(language -> Map.of(
                        "field", field(language),
                        "tag", language.tag(),
                        "label", texts.of(label(language)),
                        "value", value.apply(language)))
                .toList();
    }

    /** A reason to begin with: the title of the draft where it is in the language, otherwise the titles of the rules that it changes. */
    static String reason(DraftScreen screen, Language language) {
        String title = title(screen, language);
        return title.isEmpty() ? ChangedTitles.of(screen, language) : title;
    }

    /** The title of the draft in its language; in each language if the draft is called after a clause; empty otherwise. */
    private static String title(DraftScreen screen, Language language) {
        String title = screen.view().draft().title();
        for (Language own : Language.values()) {
            String before = clause(own, "");
            if (title.startsWith(before) && isClause(screen, title.substring(before.length()))) {
                return clause(language, title.substring(before.length()));
            }
        }
        Language written = title.codePoints().anyMatch(Character::isIdeographic) ? Language.CHINESE : Language.ENGLISH;
        return language == written ? title : "";
    }

    private static String clause(Language language, String reference) {
        return new ConsoleTexts(language).of("clause-title", reference);
    }

    private static boolean isClause(DraftScreen screen, String reference) {
        return screen.timeline()
                .release(screen.view().draft().base())
                .filter(base -> base.clauses().clause(reference) != null)
                .isPresent();
    }

    private static String field(Language language) {
        return "note-" + language.tag();
    }

    private static String label(Language language) {
        return "publish-note-" + language.tag();
    }

    /** The values that were given, to be shown again. */
    Map<String, Object> given() {
        return Map.of(
                "notes", notes(screen, language -> form.first(field(language))),
                "from", form.first("from"),
                "later", form.first("later"));
    }
}
