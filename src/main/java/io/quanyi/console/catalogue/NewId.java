package io.quanyi.console.catalogue;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The field for the id of a new entry: the id is stated, or made of the English name. */
final class NewId {

    private static final String FIELD = "new-id";

    private NewId() {}

    /** The field, with the hint of a text. */
    static FormField field(Map<String, String> values, ConsoleTexts texts, String hint) {
        return FormField.line(FIELD, texts.of("catalogue-id"), texts.of(hint), values.getOrDefault(FIELD, ""), false);
    }

    /**
     * The id that values state, or that the name gives.
     *
     * @throws FaultsFound if it is one of those that are taken, such as the empty one
     */
    static String of(Map<String, String> values, BilingualText names, Collection<String> taken) {
        String stated = values.getOrDefault(FIELD, "").strip();
        String name = names.in(Language.ENGLISH);
        String id = stated.isEmpty() ? idOf(name) : stated;
        if (taken.contains(id)) {
            throw new FaultsFound(List.of(Fault.at("/" + FIELD, "catalogue-no-id", stated.isEmpty() ? name : stated)));
        }
        return id;
    }

    /** An id such as {@code kingdee-k-3-wise}; empty if the name has neither Latin letters nor digits. */
    static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
