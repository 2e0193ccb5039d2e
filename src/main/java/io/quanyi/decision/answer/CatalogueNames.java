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
import java.util.stream.Stream;
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
        return switch (domain) {
            case DENIAL, REFERRAL, SALE -> text("ground." + id, id);
            case CONDITION -> condition(id, "");
            case REGION -> new Locale("", id).getDisplayCountry(language.locale());
            default -> text("id." + domain.code() + "." + id, id);
        };
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

    /** The words of a reason. */
    public String reason(String code) {
        return Stream.of(Domain.DENIAL, Domain.REFERRAL, Domain.SALE)
                .flatMap(domain -> Stream.ofNullable(catalogue.codeNames(domain, code)))
                .findFirst()
                .map(names -> names.in(language))
                .orElseGet(() -> text("ground." + code, code));
    }

    /**
     * The words of a condition.
     *
     * @param pointer the member of the request that the condition is about; empty if it is about none
     */
    public String condition(String code, String pointer) {
        BilingualText declared = catalogue.codeNames(Domain.CONDITION, code);
        if (declared != null) {
            return declared.in(language);
        }
        String text = "condition." + code;
        return Texts.has(language, text) ? Texts.of(language, text, List.of(pointer)) : code;
    }

    private String text(String code, String otherwise) {
        return Texts.has(language, code) ? Texts.of(language, code) : otherwise;
    }

    private @Nullable BilingualText names(Domain domain, String id) {
        return switch (domain) {
            case PLAN -> named(catalogue.plans(), Catalogue.Plan::id, Catalogue.Plan::names, id);
            case PRODUCT -> named(catalogue.products(), Catalogue.Product::id, Catalogue.Product::names, id);
            case FAMILY -> named(catalogue.families(), Catalogue.Term::id, Catalogue.Term::names, id);
            case TOPIC -> named(catalogue.topics(), Catalogue.Term::id, Catalogue.Term::names, id);
            case SEVERITY -> named(catalogue.severities(), Catalogue.Term::id, Catalogue.Term::names, id);
            case MEASURE -> named(catalogue.measures(), Catalogue.Measure::names, id);
            case MEASURE_VALUE ->
                named(
                        catalogue.measures().values().stream()
                                .flatMap(measure -> measure.values().stream())
                                .toList(),
                        Catalogue.Term::id,
                        Catalogue.Term::names,
                        id);
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
            default -> catalogue.codeNames(domain, id);
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
