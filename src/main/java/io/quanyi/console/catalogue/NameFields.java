package io.quanyi.console.catalogue;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form for the names of an entry: one for each language of the catalogue; Chinese and English unless it states its languages. */
final class NameFields {

    private NameFields() {}

    /** The values of the fields. */
    static Map<String, String> values(BilingualText names) {
        Map<String, String> values = new LinkedHashMap<>();
        names.languages().forEach(language -> values.put(name(language), names.in(language)));
        return values;
    }

    /** The fields. */
    static List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        return Arrays.stream(Language.values())
                .filter(draft.catalogue().languages()::contains)
                .map(language -> FormField.line(
                        name(language),
                        texts.of("catalogue-" + name(language)),
                        "",
                        values.getOrDefault(name(language), ""),
                        true))
                .toList();
    }

    /**
     * The names that values state.
     *
     * @throws FaultsFound if one is missing
     */
    static BilingualText of(DraftCatalogue draft, Map<String, String> values) {
        Map<String, String> byTag = new LinkedHashMap<>();
        Faults faults = new Faults();
        for (Language language : draft.catalogue().languages()) {
            String text = values.getOrDefault(name(language), "").strip();
            byTag.put(language.tag(), text);
            if (text.isEmpty()) {
                faults.add(Fault.at(
                        "/" + name(language), "catalogue-no-name", Fault.text("console.catalogue-" + name(language))));
            }
        }
        faults.throwIfAny();
        return new BilingualText(byTag);
    }

    /** The name of the field for a language. */
    static String name(Language language) {
        return "name-" + language.tag();
    }
}
