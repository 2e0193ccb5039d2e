package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue.Product;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.text.BilingualText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names a product, its aliases and its family; also one that is new. The id of a new product is stated, or made of its name. */
final class ProductForm implements CatalogueForm {

    private static final String ALIASES = "aliases";
    private static final String FAMILY = "family";

    @Override
    public String name() {
        return "product";
    }

    @Override
    public List<String> ids(DraftCatalogue draft) {
        List<String> ids = new ArrayList<>(
                draft.catalogue().products().stream().map(Product::id).toList());
        ids.add("");
        return ids;
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        return draft.catalogue().products().stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .map(ProductForm::values)
                .orElse(Map.of());
    }

    private static Map<String, String> values(Product product) {
        Map<String, String> values = new HashMap<>(NameFields.values(product.names()));
        values.put(ALIASES, String.join("\n", product.aliases()));
        values.put(FAMILY, product.family().equals(product.id()) ? "" : product.family());
        return values;
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        List<FormField> fields = new ArrayList<>(NameFields.fields(draft, values, texts));
        fields.add(FormField.lines(
                ALIASES,
                texts.of("catalogue-aliases"),
                texts.of("catalogue-aliases-hint"),
                values.getOrDefault(ALIASES, "")));
        List<FormOption> families = new ArrayList<>(List.of(FormOption.of("", texts.of("catalogue-family-own"))));
        families.addAll(families(draft));
        fields.add(FormField.choice(
                FAMILY,
                texts.of("catalogue-family"),
                texts.of("catalogue-family-hint"),
                values.getOrDefault(FAMILY, ""),
                false,
                families));
        fields.addAll(NewId.fields(values, texts, "catalogue-id-hint"));
        return fields;
    }

    /** The declared families by their names; where there are none, the families of the products by the names of these. */
    private static List<FormOption> families(DraftCatalogue draft) {
        if (!draft.catalogue().families().isEmpty()) {
            return draft.catalogue().families().stream()
                    .map(family -> FormOption.of(family.id(), family.names().in(draft.language())))
                    .toList();
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        draft.catalogue()
                .products()
                .forEach(product -> names.computeIfAbsent(product.family(), any -> new ArrayList<>())
                        .add(product.names().in(draft.language())));
        return names.entrySet().stream()
                .map(family -> FormOption.of(
                        family.getKey(),
                        family.getValue().stream().limit(3).collect(Collectors.joining(" / "))
                                + (family.getValue().size() > 3 ? " …" : "")))
                .toList();
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        BilingualText names = NameFields.of(draft, values);
        String id = NewId.of(values, names, ids(draft));
        String family = values.getOrDefault(FAMILY, "");
        List<String> aliases = values.getOrDefault(ALIASES, "")
                .lines()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
        return CatalogueEdit.of(draft.file()).product(new Product(id, family.isEmpty() ? id : family, names, aliases));
    }
}
