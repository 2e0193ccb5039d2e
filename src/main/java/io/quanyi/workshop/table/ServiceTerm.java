package io.quanyi.workshop.table;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.facts.Domain;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.workshop.table.words.CatalogueWords;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A term that a cell of a table of services states beside whether a plan has the service, such as a quota or the hours.
 *
 * @param type the outcome type that states it
 * @param outcome the outcome as rules write it
 * @param expected the member of an answer that shows it, as YAML; empty for a member of the route
 * @param route the member of the route that shows it, as YAML; empty for another member
 * @param code the code of its words
 * @param arguments the arguments of its words; an id of a domain is named
 * @param domain the domain of the id; empty for amounts
 */
record ServiceTerm(
        String type,
        String outcome,
        String expected,
        String route,
        String code,
        List<String> arguments,
        Optional<Domain> domain) {

    private static final String NUMBER = "(?<number>[0-9]{1,6}(?:\\.[0-9]{1,2})?)";

    private static final Pattern QUOTA = Pattern.compile("(?:up to |最多)?" + NUMBER
            + " ?(?<unit>times?|person[- ]days?|uses?|incidents?|sessions?|次|人天)? ?(?:per|a|each|/|每) ?"
            + "(?<span>(?:service )?year|contract|pack|annum|服务年度|年|合同|包)");

    private static final Pattern QUOTA_FIRST =
            Pattern.compile("每个? ?(?<span>服务年度|年|合同|包) ?" + NUMBER + " ?(?<unit>次|人天)");

    private static final Pattern CHARGE = Pattern.compile(
            "(?<about>about |约)?" + NUMBER
                    + " ?(?<currency>[a-z]{3}|元) ?(?:per|a|each|/|每) ?(?<span>incident|case|year|person[- ]day|contract|次|年|人天|合同)");

    /** The outcome types of which the nearest plan's counts; of the others all are collected. */
    private static final Set<String> SINGLE = Set.of("Quota", "Hours", "Priority", "Seat", "Language");

    /** The terms that are one id of a list. */
    private enum Listed {
        HOURS(Domain.WINDOW, "Hours", "window: { id: %s }", ""),
        CHANNEL(Domain.CHANNEL, "Channel", "", "channels: [{ id: %s }]"),
        PRIORITY(Domain.PRIORITY, "Priority", "", "priority: %s"),
        SEAT(Domain.SEAT, "Seat", "", "seat: %s"),
        DELIVERY(Domain.DELIVERY, "Delivery", "", "delivery: [%s]"),
        DELIVERER(Domain.DELIVERER, "DeliveredBy", "", "deliveredBy: %s"),
        LANGUAGE(Domain.LANGUAGE, "Language", "", "language: %s"),
        CONDITION(Domain.CONDITION, "Condition", "conditions: [{ code: %s }]", "");

        private final Domain domain;
        private final String type;
        private final String expected;
        private final String route;

        Listed(Domain domain, String type, String expected, String route) {
            this.domain = domain;
            this.type = type;
            this.expected = expected;
            this.route = route;
        }

        /** The term that a word names, with or without the word for its kind: priority high, high. */
        Optional<ServiceTerm> named(String word, CatalogueWords words) {
            String bare = word.replaceFirst("(?i)^" + type + "[: ]+|(?i)^" + domain.name() + "[: ]+", "");
            Set<String> ids = words.ids(domain, bare);
            return ids.size() == 1 ? ids.stream().findFirst().map(this::term) : Optional.empty();
        }

        private ServiceTerm term(String id) {
            String code = this == HOURS ? "window" : EnumCode.of(this);
            return new ServiceTerm(
                    type,
                    "new " + type + "(\"" + id + "\")",
                    expected.formatted(id),
                    route.formatted(id),
                    code,
                    List.of(id),
                    Optional.of(domain));
        }
    }

    /** The terms that a word may mean: one, several if it is a name of different things, or none. */
    static List<ServiceTerm> named(String word, CatalogueWords words) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        Matcher charge = CHARGE.matcher(plain);
        if (charge.matches()) {
            return List.of(charge(charge));
        }
        for (Pattern form : List.of(QUOTA, QUOTA_FIRST)) {
            Matcher quota = form.matcher(plain);
            if (quota.matches()) {
                return List.of(quota(quota));
            }
        }
        return Arrays.stream(Listed.values())
                .flatMap(listed -> listed.named(word, words).stream())
                .toList();
    }

    private static ServiceTerm quota(Matcher quota) {
        String written = quota.group("unit");
        String unit = written != null && written.matches("person.*|人天") ? "person-day" : "time";
        String span = span(quota.group("span"));
        String number = number(quota);
        return new ServiceTerm(
                "Quota",
                "new Quota(%s, \"%s\", \"%s\")".formatted(number, unit, span),
                "quota: { limit: %s, unit: %s, per: %s }".formatted(number, unit, span),
                "",
                "quota",
                List.of(number, unit, span),
                Optional.empty());
    }

    private static String span(String written) {
        return written.matches("contract|合同") ? "contract" : written.matches("pack|包") ? "pack" : "service-year";
    }

    private static ServiceTerm charge(Matcher charge) {
        String currency = charge.group("currency").equals("元")
                ? "CNY"
                : charge.group("currency").toUpperCase(Locale.ROOT);
        String number = number(charge);
        String per = switch (charge.group("span")) {
            case "year", "年" -> "year";
            case "contract", "合同" -> "contract";
            case "incident", "case", "次" -> "incident";
            default -> "person-day";
        };
        boolean about = charge.group("about") != null;
        return new ServiceTerm(
                "Charge",
                "new Charge(%1$s, %1$s, \"%2$s\", \"%3$s\", %4$s)".formatted(number, currency, per, about),
                "charges: [{ from: %1$s, to: %1$s, currency: %2$s, per: %3$s }]".formatted(number, currency, per),
                "",
                "charge",
                List.of(number, currency, per),
                Optional.empty());
    }

    private static String number(Matcher written) {
        return new BigDecimal(written.group("number")).stripTrailingZeros().toPlainString();
    }

    /** Whether the term of a nearer plan counts in place of this one. */
    boolean isReplacedBy(ServiceTerm nearer) {
        return type.equals(nearer.type) && (SINGLE.contains(type) || outcome.equals(nearer.outcome));
    }

    /** The term in words. */
    String words(AnswerWords names, Language language) {
        Function<Domain, String> last = of -> names.name(of, arguments.get(arguments.size() - 1));
        if (domain.isPresent()) {
            String name = last.apply(domain.get());
            return code.equals("condition") ? name : Texts.of(language, "statement." + code, List.of(name));
        }
        return code.equals("quota")
                ? Texts.of(
                        language,
                        "statement.quota",
                        List.of(
                                names.amount(new BigDecimal(arguments.get(0)), arguments.get(1)),
                                last.apply(Domain.QUOTA_PER)))
                : Texts.of(
                        language,
                        "statement.charge",
                        List.of(arguments.get(0) + " " + arguments.get(1), last.apply(Domain.CHARGE_PER)));
    }
}
