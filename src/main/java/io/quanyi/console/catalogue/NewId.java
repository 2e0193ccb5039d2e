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

/** The id of an entry of a catalogue in its form: that of a new entry is stated in a field, or made of the English name; an old one keeps its own. */
final class NewId {

    private static final String ID = "id";
    private static final String FIELD = "new-id";

    private NewId() {}

    /** The field of a new entry, with the hint of a text; none for an old entry. */
    static List<FormField> fields(Map<String, String> values, ConsoleTexts texts, String hint) {
        return values.getOrDefault(ID, "").isEmpty()
                ? List.of(FormField.line(
                        FIELD, texts.of("catalogue-id"), texts.of(hint), values.getOrDefault(FIELD, ""), false))
                : List.of();
    }

    /**
     * The id of the entry of a form: its own, the one that a field states, or the one that the name gives.
     *
     * @throws FaultsFound if a new one is among those that are taken, such as the empty one
     */
    static String of(Map<String, String> values, BilingualText names, Collection<String> taken) {
        String own = values.getOrDefault(ID, "");
        return own.isEmpty() ? fresh(values, names, taken) : own;
    }

    private static String fresh(Map<String, String> values, BilingualText names, Collection<String> taken) {
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
