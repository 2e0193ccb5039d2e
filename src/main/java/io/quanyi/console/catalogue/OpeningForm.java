package io.quanyi.console.catalogue;

import io.quanyi.catalogue.Catalogue.Opening;
import io.quanyi.catalogue.edit.CatalogueEdit;
import io.quanyi.console.ConsoleTexts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Announces that a service is available for a product, or takes that back. From which day on is said where the draft is published. */
final class OpeningForm implements CatalogueForm {

    private static final String SERVICE = "service";
    private static final String PRODUCT = "product";
    private static final String STATE = "state";
    private static final String CLOSED = "closed";

    @Override
    public String name() {
        return "opening";
    }

    @Override
    public List<String> ids(DraftCatalogue draft) {
        return List.of("");
    }

    @Override
    public Map<String, String> stored(DraftCatalogue draft, String id) {
        return Map.of();
    }

    @Override
    public List<FormField> fields(DraftCatalogue draft, Map<String, String> values, ConsoleTexts texts) {
        List<FormOption> services = draft.openable().stream()
                .map(service -> FormOption.of(service.id(), service.names().in(draft.language())))
                .toList();
        List<FormOption> products = Stream.concat(
                        Stream.of(FormOption.of("", "")),
                        draft.catalogue().products().stream()
                                .map(product -> FormOption.of(
                                        product.id(), product.names().in(draft.language()))))
                .toList();
        List<FormOption> states = List.of(
                FormOption.of("open", texts.of("catalogue-open")), FormOption.of(CLOSED, texts.of("catalogue-closed")));
        return List.of(
                choice(SERVICE, values, services, texts),
                choice(PRODUCT, values, products, texts),
                choice(STATE, values, states, texts));
    }

    private static FormField choice(
            String name, Map<String, String> values, List<FormOption> options, ConsoleTexts texts) {
        String hint = name.equals(STATE) ? texts.of("catalogue-opening-date") : "";
        return FormField.choice(
                name, texts.of("catalogue-opening-" + name), hint, values.getOrDefault(name, ""), true, options);
    }

    @Override
    public CatalogueEdit applied(DraftCatalogue draft, Map<String, String> values) {
        Opening opening = new Opening(values.getOrDefault(SERVICE, ""), values.getOrDefault(PRODUCT, ""));
        CatalogueEdit edit = CatalogueEdit.of(draft.file());
        return CLOSED.equals(values.get(STATE)) ? edit.close(opening) : edit.open(opening);
    }
}
