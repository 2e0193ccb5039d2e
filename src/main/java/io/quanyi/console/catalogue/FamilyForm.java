package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The form for the names of a family of products. The first names that a catalogue gets declare the other families that its products state,
 * too, by their ids: where families are declared, products state no others.
 */
final class FamilyForm implements CatalogueForm {

    @Override
    public String name() {
        return "family";
    }

    @Override
    public List<String> ids(DraftCatalogue draft) {
        return List.copyOf(names(draft).keySet());
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        return NameFields.values(Objects.requireNonNull(names(draft).get(id), id));
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        return NameFields.fields(draft, values, texts);
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        Map<String, BilingualText> all = names(draft);
        all.put(values.getOrDefault("id", ""), NameFields.of(draft, values));
        CatalogueEdit edit = CatalogueEdit.of(draft.file());
        for (Map.Entry<String, BilingualText> family : all.entrySet()) {
            edit = edit.names("families", family.getKey(), family.getValue());
        }
        return edit;
    }

    /** The names of the declared families, and the ids of the others that products share or state. */
    static Map<String, BilingualText> names(DraftCatalogue draft) {
        Catalogue catalogue = draft.catalogue();
        Map<String, BilingualText> names = new LinkedHashMap<>();
        catalogue.families().forEach(family -> names.put(family.id(), family.names()));
        catalogue.products().stream()
                .filter(product -> !product.family().equals(product.id()))
                .forEach(product -> names.putIfAbsent(product.family(), unnamed(catalogue, product.family())));
        return names;
    }

    private static BilingualText unnamed(Catalogue catalogue, String id) {
        return new BilingualText(
                catalogue.languages().stream().collect(Collectors.toMap(Language::tag, language -> id)));
    }
}
