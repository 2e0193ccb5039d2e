package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue.Measure;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.text.BilingualText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names a measure and the part of a request that states it; also one that is new. */
final class MeasureForm implements CatalogueForm {

    private static final String ID = "id";
    private static final String OF = "of";

    @Override
    public String name() {
        return "measure";
    }

    @Override
    public List<String> ids(DraftCatalogue draft) {
        List<String> ids = new ArrayList<>(draft.catalogue().measures().keySet());
        ids.add("");
        return ids;
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        Measure measure = draft.catalogue().measures().get(id);
        if (measure == null) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>(NameFields.values(measure.names()));
        values.put(OF, measure.of());
        return values;
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        List<FormField> fields = new ArrayList<>(NameFields.fields(draft, values, texts));
        List<FormOption> parts = Measure.PARTS.stream()
                .map(part -> FormOption.of(part, texts.of("catalogue-measure-of-" + part)))
                .toList();
        fields.add(FormField.choice(
                OF, texts.of("catalogue-measure-of"), "", values.getOrDefault(OF, Measure.PARTS.get(0)), true, parts));
        if (values.getOrDefault(ID, "").isEmpty()) {
            fields.add(NewId.field(values, texts, "catalogue-measure-id-hint"));
        }
        return fields;
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        BilingualText names = NameFields.of(draft, values);
        String stated = values.getOrDefault(ID, "");
        String id = stated.isEmpty() ? NewId.of(values, names, ids(draft)) : stated;
        return CatalogueEdit.of(draft.file()).measure(new Measure(id, names, values.getOrDefault(OF, "")));
    }
}
