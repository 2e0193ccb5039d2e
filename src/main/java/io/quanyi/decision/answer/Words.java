package io.quanyi.decision.answer;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Reading;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.BilingualText;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names and messages of what a release says, in one language.
 *
 * @param release whose names
 * @param language the language
 */
public record Words(ProgrammeRelease release, Language language) {

    /** Why an outcome is what it is. */
    public String reason(String code) {
        return Texts.of(language, "ground." + code);
    }

    /** {@code what} is {@code response} or {@code resolution}. */
    public String promise(String what, Decision.TargetValue target) {
        return Texts.of(language, what + "." + target.unit(), List.of(plain(target.amount())));
    }

    /**
     * How much of a unit.
     *
     * @param unit an id of {@link Domain#QUOTA_UNIT}, or {@code user}
     */
    public String amount(BigDecimal amount, String unit) {
        return Texts.of(language, "amount." + unit, List.of(plain(amount)));
    }

    /** How much may be used per period, such as twice per service year. */
    public String quota(BigDecimal limit, String unit, String per) {
        return Texts.of(language, "statement.quota", List.of(amount(limit, unit), name(Domain.QUOTA_PER, per)));
    }

    /** What must hold or be done. */
    public String condition(Decision.ConditionLine condition) {
        return Texts.of(language, "condition." + condition.code(), List.of(orEmpty(condition.pointer())));
    }

    /** What to mind about an answer. */
    public String warning(Decision.Warning warning) {
        return Texts.of(
                language, "warning." + warning.code(), List.of(orEmpty(warning.value()), orEmpty(warning.pointer())));
    }

    /**
     * What would change an answer.
     *
     * @param decision the answer, whose quota has the unit of a number
     */
    public String suggestion(Decision.Suggestion suggestion, Decision decision) {
        Decision.Setting first = suggestion.set().get(0);
        String value = first.value() instanceof Number number
                ? amount(new BigDecimal(number.toString()), unit(first, decision))
                : shown(first.value());
        return Texts.of(language, "suggestion." + suggestion.code(), List.of(value));
    }

    private static String unit(Decision.Setting setting, Decision decision) {
        Decision.QuotaState quota = decision.quota();
        return quota == null || setting.pointer().endsWith("/personDays") ? "person-day" : quota.unit();
    }

    /** The words of a reading; its id if there is none. */
    public String reading(String id) {
        Reading reading = release.readings().reading(id);
        return reading == null ? id : reading.text().in(language);
    }

    /** What an id of a domain is called; the id itself where it has no name. */
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

    /** A family by the name of its first product, and the number of its products; families have no names of their own. */
    private String family(String id) {
        List<String> products = release.catalogue().products().stream()
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
        Catalogue catalogue = release.catalogue();
        return switch (domain) {
            case PLAN -> named(catalogue.plans(), Catalogue.Plan::id, Catalogue.Plan::names, id);
            case PRODUCT -> named(catalogue.products(), Catalogue.Product::id, Catalogue.Product::names, id);
            case TOPIC -> named(catalogue.topics(), Catalogue.Term::id, Catalogue.Term::names, id);
            case SEVERITY -> named(catalogue.severities(), Catalogue.Term::id, Catalogue.Term::names, id);
            case SERVICE -> named(catalogue.services(), Catalogue.Service::names, id);
            case CHANNEL -> named(catalogue.channels(), Catalogue.Channel::names, id);
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

    /** By its name if it has one; of a list, what the suggestion adds stands last. */
    private String shown(Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return shown(list.get(list.size() - 1));
        }
        if (value instanceof OffsetDateTime instant) {
            return dates().instant(instant);
        }
        if (value instanceof LocalDate day) {
            return dates().day(day);
        }
        String id = String.valueOf(value);
        return Stream.of(Domain.PLAN, Domain.SERVICE, Domain.CHANNEL)
                .map(domain -> name(domain, id))
                .filter(name -> !name.equals(id))
                .findFirst()
                .orElse(id);
    }

    private DateTexts dates() {
        return new DateTexts(language);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
