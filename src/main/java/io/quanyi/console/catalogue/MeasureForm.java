package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue.Measure;
import io.quanyi.catalogue.Catalogue.Term;
import io.quanyi.catalogue.MeasureKind;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names a measure, its kind, the part of a request that states it, and the ids that it may have; also one that is new. */
final class MeasureForm implements CatalogueForm {

    private static final String OF = "of";
    private static final String KIND = "kind";
    private static final String VALUES = "values";

    /** The separator of the id of a value and its names. */
    private static final String SEPARATOR = "|";

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
        values.put(KIND, measure.kind().code());
        values.put(VALUES, measure.values().stream().map(MeasureForm::line).collect(Collectors.joining("\n")));
        return values;
    }

    /** A value in a line: its id and its names, in the order of the languages. */
    private static String line(Term value) {
        return Stream.concat(
                        Stream.of(value.id()),
                        value.names().languages().map(language -> value.names().in(language)))
                .collect(Collectors.joining(" " + SEPARATOR + " "));
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        List<FormField> fields = new ArrayList<>(NameFields.fields(draft, values, texts));
        List<FormOption> parts = Measure.PARTS.stream()
                .map(part -> FormOption.of(part, texts.of("catalogue-measure-of-" + part)))
                .toList();
        fields.add(FormField.choice(
                OF, texts.of("catalogue-measure-of"), "", values.getOrDefault(OF, Measure.PARTS.get(0)), true, parts));
        List<FormOption> kinds = MeasureKind.codes().stream()
                .map(kind -> FormOption.of(kind, texts.of("catalogue-measure-kind-" + kind)))
                .toList();
        String number = MeasureKind.NUMBER.code();
        fields.add(FormField.choice(
                KIND, texts.of("catalogue-measure-kind"), "", values.getOrDefault(KIND, number), true, kinds));
        fields.add(FormField.lines(
                VALUES,
                texts.of("catalogue-measure-values"),
                texts.of("catalogue-measure-values-hint", form(draft, texts)),
                values.getOrDefault(VALUES, "")));
        fields.addAll(NewId.fields(values, texts, "catalogue-measure-id-hint"));
        return fields;
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        BilingualText names = NameFields.of(draft, values);
        String id = NewId.of(values, names, ids(draft));
        MeasureKind kind = MeasureKind.of(values.getOrDefault(KIND, ""));
        return CatalogueEdit.of(draft.file())
                .measure(new Measure(id, names, kind, values.getOrDefault(OF, ""), values(draft, values)));
    }

    /** The form of a line of values in words. */
    private static String form(DraftCatalogue draft, ConsoleTexts texts) {
        return Stream.concat(
                        Stream.of(texts.of("catalogue-id")),
                        draft.catalogue().languages().stream()
                                .map(language -> texts.of("catalogue-" + NameFields.name(language))))
                .collect(Collectors.joining(" " + SEPARATOR + " "));
    }

    /**
     * The values that lines state.
     *
     * @throws FaultsFound with each line of another form
     */
    private static List<Term> values(DraftCatalogue draft, Map<String, String> values) {
        List<Language> languages = List.copyOf(draft.catalogue().languages());
        Faults faults = new Faults();
        List<Term> read = new ArrayList<>();
        for (String line : values.getOrDefault(VALUES, "").lines().toList()) {
            List<String> parts =
                    Stream.of(line.split("[|｜]", -1)).map(String::strip).toList();
            if (parts.size() == languages.size() + 1 && !parts.contains("")) {
                Map<String, String> byTag = new LinkedHashMap<>();
                languages.forEach(language -> byTag.put(language.tag(), parts.get(1 + languages.indexOf(language))));
                read.add(new Term(parts.get(0), new BilingualText(byTag)));
            } else if (!line.isBlank()) {
                faults.add(Fault.at("/" + VALUES, "catalogue-value-line", line.strip(), languages.size()));
            }
        }
        faults.throwIfAny();
        return read;
    }
}
