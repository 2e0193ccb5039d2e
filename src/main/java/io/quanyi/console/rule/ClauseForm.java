package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueEntry;
import io.quanyi.catalogue.Clause;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form that says what rests on a clause: rules, entries of the catalogue, or for a reason nothing.
 *
 * @param kind one of {@link #KINDS}
 * @param entries the entries of the catalogue, as they are written
 * @param reasons the reason in each language of the catalogue; empty where there is none
 */
record ClauseForm(String kind, List<String> entries, Map<Language, String> reasons) {

    static final String RULES = "rules";
    static final String ENTRIES = "entries";
    static final String NOTHING = "nothing";
    /** The most characters of a reason. */
    private static final int MAX_REASON_LENGTH = 300;

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]");

    static final List<String> KINDS = List.of(RULES, ENTRIES, NOTHING);

    /** The form of a clause as it is. */
    static ClauseForm of(Clause clause, Set<Language> languages) {
        BilingualText reason = clause.reason();
        Map<Language, String> reasons = new EnumMap<>(Language.class);
        languages.forEach(
                language -> reasons.put(language, reason == null || !reason.isIn(language) ? "" : reason.in(language)));
        List<String> entries =
                clause.entries().stream().map(CatalogueEntry::written).toList();
        String otherwise = entries.isEmpty() ? NOTHING : ENTRIES;
        return new ClauseForm(clause.decides() ? RULES : otherwise, entries, reasons);
    }

    /**
     * The form as it was sent.
     *
     * @throws io.quanyi.source.FaultsFound if it has a choice that it does not offer
     */
    static ClauseForm of(FormFields fields, Set<Language> languages, Set<String> offered) {
        List<String> entries =
                fields.all("entry").stream().filter(entry -> !entry.isEmpty()).toList();
        entries.stream().filter(entry -> !offered.contains(entry)).findFirst().ifPresent(entry -> {
            throw FormFields.otherChoice("entry", entry);
        });
        Map<Language, String> reasons = new EnumMap<>(Language.class);
        languages.forEach(language ->
                reasons.put(language, fields.first("reason-" + language.tag()).strip()));
        return new ClauseForm(fields.choice("kind", KINDS), entries, reasons);
    }

    /** The missing parts of the form, in words; empty if it is complete. */
    List<String> refusals(ConsoleTexts texts) {
        List<String> refusals = new ArrayList<>();
        if (kind.isEmpty()) {
            refusals.add(texts.of("clause-needs-kind"));
        }
        if (kind.equals(ENTRIES) && entries.isEmpty()) {
            refusals.add(texts.of("clause-needs-entry"));
        }
        if (kind.equals(NOTHING) && !reasons.values().stream().allMatch(ClauseForm::isFit)) {
            refusals.add(texts.of("clause-needs-reason", MAX_REASON_LENGTH));
        }
        return refusals;
    }

    private static boolean isFit(String reason) {
        return !reason.isEmpty()
                && reason.length() <= MAX_REASON_LENGTH
                && !UNFIT.matcher(reason).find();
    }

    /** The clause as the form states it, which must have no refusals. */
    Clause applied(Clause clause) {
        BilingualText reason = kind.equals(NOTHING)
                ? new BilingualText(reasons.entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().tag(), Map.Entry::getValue)))
                : null;
        return new Clause(
                clause.number(),
                clause.item(),
                clause.quote(),
                clause.gloss(),
                kind.equals(RULES),
                reason,
                kind.equals(ENTRIES) ? entries : null);
    }

    /** The entries of a catalogue that a clause can name, as they are written, with their names. */
    static Map<String, String> offered(Catalogue catalogue, RuleNames names) {
        Map<String, String> offered = new LinkedHashMap<>();
        for (String list : CatalogueEntry.lists()) {
            Set<String> ids = catalogue.ids(new CatalogueEntry(list, "").domain());
            if (ids != null) {
                ids.forEach(id -> {
                    CatalogueEntry entry = new CatalogueEntry(list, id);
                    offered.put(entry.written(), names.value(entry.domain(), id));
                });
            }
        }
        return offered;
    }
}
