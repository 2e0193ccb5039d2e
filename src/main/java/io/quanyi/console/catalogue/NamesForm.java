package io.quanyi.console.catalogue;

import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.text.BilingualText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The form for entries of which only the names can change, such as plans.
 *
 * @param name the name of the form in its address
 * @param list the list of the entries in the file
 * @param names the names of the entries of a catalogue, by their ids
 */
record NamesForm(String name, String list, Function<DraftCatalogue, Map<String, BilingualText>> names)
        implements CatalogueForm {

    @Override
    public List<String> ids(DraftCatalogue draft) {
        return List.copyOf(names.apply(draft).keySet());
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        return NameFields.values(Objects.requireNonNull(names.apply(draft).get(id), id));
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        return NameFields.fields(draft, values, texts);
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        BilingualText changed = NameFields.of(draft, values);
        return CatalogueEdit.of(draft.file()).names(list, values.getOrDefault("id", ""), changed);
    }
}
