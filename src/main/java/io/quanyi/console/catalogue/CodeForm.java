package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.facts.Domain;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what a declared code is and what answers call it; also one that is new. */
final class CodeForm implements CatalogueForm {

    private static final String KIND = "kind";

    @Override
    public String name() {
        return "code";
    }

    @Override
    public List<String> ids(DraftCatalogue draft) {
        List<String> ids = new ArrayList<>();
        draft.catalogue().codes().values().forEach(codes -> ids.addAll(codes.keySet()));
        ids.add("");
        return ids;
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        Map<String, String> values = new HashMap<>();
        draft.catalogue().codes().forEach((kind, names) -> {
            BilingualText stored = names.get(id);
            if (stored != null) {
                values.putAll(NameFields.values(stored));
                values.put(KIND, kind.code());
            }
        });
        return values;
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        List<FormField> fields = new ArrayList<>();
        List<FormOption> kinds = Catalogue.codeKinds().stream()
                .map(kind -> FormOption.of(kind.code(), Texts.of(draft.language(), kind.textCode())))
                .toList();
        fields.add(FormField.choice(
                KIND,
                texts.of("catalogue-code-kind"),
                "",
                values.getOrDefault(KIND, Domain.CONDITION.code()),
                true,
                kinds));
        fields.addAll(NameFields.fields(draft, values, texts));
        fields.addAll(NewId.fields(values, texts, "catalogue-code-id-hint"));
        return fields;
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        BilingualText names = NameFields.of(draft, values);
        String id = NewId.of(values, names, ids(draft));
        return CatalogueEdit.of(draft.file()).code(values.getOrDefault(KIND, ""), id, names);
    }
}
