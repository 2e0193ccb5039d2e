package io.quanyi.decision.answer;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of the ids of a catalogue, and of the ids that all programmes share, in one language. */
public record CatalogueNames(Catalogue catalogue, Language language) {

    /** The name of an id; the id itself if it has none. */
    public String name(Domain domain, String id) {
        BilingualText names = names(domain, id);
        if (names != null) {
            return names.in(language);
        }
        if (domain == Domain.FAMILY) {
            return family(id);
        }
        String code = "id." + domain.textCode().substring("domain.".length()) + "." + id;
        return Texts.has(language, code) ? Texts.of(language, code) : region(domain, id);
    }

    /** A family without a name of its own: the name of its first product, and the number of its products. */
    private String family(String id) {
        List<String> products = catalogue.products().stream()
                .filter(product -> product.family().equals(id))
                .map(product -> product.names().in(language))
                .toList();
        return switch (products.size()) {
            case 0 -> id;
            case 1 -> products.get(0);
            default -> Texts.of(language, "label.family", List.of(products.get(0), String.valueOf(products.size())));
        };
    }

    private String region(Domain domain, String id) {
        return domain == Domain.REGION ? new Locale("", id).getDisplayCountry(language.locale()) : id;
    }

    private @Nullable BilingualText names(Domain domain, String id) {
        return switch (domain) {
            case PLAN -> named(catalogue.plans(), Catalogue.Plan::id, Catalogue.Plan::names, id);
            case PRODUCT -> named(catalogue.products(), Catalogue.Product::id, Catalogue.Product::names, id);
            case FAMILY -> named(catalogue.families(), Catalogue.Term::id, Catalogue.Term::names, id);
            case TOPIC -> named(catalogue.topics(), Catalogue.Term::id, Catalogue.Term::names, id);
            case SEVERITY -> named(catalogue.severities(), Catalogue.Term::id, Catalogue.Term::names, id);
            case MEASURE -> named(catalogue.measures(), Catalogue.Measure::names, id);
            case SERVICE -> named(catalogue.services(), Catalogue.Service::names, id);
            case CHANNEL -> named(catalogue.channels(), Catalogue.Channel::names, id);
            case SERVICE_GROUP -> named(catalogue.groups(), Catalogue.ServiceGroup::names, id);
            case WINDOW -> named(catalogue.windows(), Catalogue.OpeningHours::names, id);
            case ACTIVITY ->
                named(
                        catalogue.services().values().stream()
                                .flatMap(service -> service.activities().stream())
                                .toList(),
                        Catalogue.Term::id,
                        Catalogue.Term::names,
                        id);
            default -> null;
        };
    }

    private static <T> @Nullable BilingualText named(Map<String, T> all, Function<T, BilingualText> names, String id) {
        T one = all.get(id);
        return one == null ? null : names.apply(one);
    }

    private static <T> @Nullable BilingualText named(
            Collection<T> all, Function<T, String> ids, Function<T, BilingualText> names, String id) {
        return all.stream()
                .filter(one -> ids.apply(one).equals(id))
                .findFirst()
                .map(names)
                .orElse(null);
    }
}
