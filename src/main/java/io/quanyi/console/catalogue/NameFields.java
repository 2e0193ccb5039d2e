package io.quanyi.console.catalogue;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two fields of a form for the names of an entry, one for each language. */
final class NameFields {

    private NameFields() {}

    /** The values of the fields. */
    static Map<String, String> values(BilingualText names) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(Language.values()).forEach(language -> values.put(name(language), names.in(language)));
        return values;
    }

    /** The fields. */
    static List<FormField> fields(Map<String, String> values, ConsoleTexts texts) {
        return Arrays.stream(Language.values())
                .map(language -> FormField.line(
                        name(language),
                        texts.of("catalogue-" + name(language)),
                        "",
                        values.getOrDefault(name(language), ""),
                        true))
                .toList();
    }

    /** The names that values state; with faults for those that are missing. */
    static BilingualText of(Map<String, String> values, Faults faults) {
        Map<String, String> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = values.getOrDefault(name(language), "").strip();
            if (text.isEmpty()) {
                faults.add(Fault.at(
                        "/" + name(language), "catalogue-no-name", Fault.text("console.catalogue-" + name(language))));
            }
            byTag.put(language.tag(), text);
        }
        return new BilingualText(byTag);
    }

    private static String name(Language language) {
        return "name-" + language.tag();
    }
}
