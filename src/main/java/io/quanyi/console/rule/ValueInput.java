package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.policy.edit.RulePlace;
import io.quanyi.policy.edit.RulePlace.Kind;
import io.quanyi.policy.edit.WrittenValue;
import io.quanyi.servicetime.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The inputs of the values of a rule: a choice among names, a number, a truth, or a number with its unit. */
final class ValueInput {

    private final RuleNames names;
    private final Map<String, RulePlace> bound;

    /** @param bound the fields for which variables of the rule stand, by variable */
    ValueInput(RuleNames names, Map<String, RulePlace> bound) {
        this.names = names;
        this.bound = bound;
    }

    /**
     * The input of a value.
     *
     * @param value the value; null for one that is still to be chosen
     * @param optional whether nothing may be chosen
     */
    Map<String, Object> of(RulePlace place, @Nullable WrittenValue value, String name, String label, boolean optional) {
        String plain = value == null ? "" : value.plain();
        boolean choice = place.kind() == Kind.ID || place.kind() == Kind.TRUTH;
        boolean time = place.kind() == Kind.TIME;
        return Map.of(
                "name",
                name,
                "label",
                label,
                "choice",
                choice ? options(ids(place), plain, optional) : List.of(),
                "number",
                place.isNumber() || place.kind() == Kind.DATE
                        ? List.of(Map.of("value", plain, "hint", variables(place)))
                        : List.of(),
                "time",
                time ? List.of(time(Objects.requireNonNullElse(value, WrittenValue.of("immediate()")))) : List.of());
    }

    /** Options to choose from, each with its name; the chosen one also if it is not known. */
    static List<Map<String, Object>> options(Map<String, String> named, String chosen, boolean optional) {
        List<Map<String, Object>> options = new ArrayList<>();
        if (optional || chosen.isEmpty()) {
            options.add(Map.of("id", "", "name", "—", "chosen", chosen.isEmpty()));
        }
        named.forEach((id, name) -> options.add(Map.of("id", id, "name", name, "chosen", id.equals(chosen))));
        if (!chosen.isEmpty() && !named.containsKey(chosen)) {
            options.add(Map.of("id", chosen, "name", chosen, "chosen", true));
        }
        return options;
    }

    private Map<String, Object> time(WrittenValue value) {
        Map<String, String> units = new LinkedHashMap<>();
        RuleChoices.times().forEach(time -> units.put(time, names.time(time)));
        return Map.of("units", options(units, value.factory(), false), "amount", value.amount());
    }

    private Map<String, String> ids(RulePlace place) {
        Map<String, String> ids = new LinkedHashMap<>();
        if (place.kind() == Kind.TRUTH) {
            ids.put("true", names.texts().of("yes"));
            ids.put("false", names.texts().of("no"));
            return ids;
        }
        Domain domain = Objects.requireNonNull(place.domain());
        place.ids(names.catalogue())
                .forEach(id -> ids.put(id, domain == Domain.WINDOW ? window(id) : names.value(domain, id)));
        bound.forEach((variable, field) -> {
            if (field.domain() == domain) {
                ids.put(
                        variable,
                        names.texts().of("rule-variable", names.field(field.owner(), field.name()), variable));
            }
        });
        return ids;
    }

    /** The name of a window with its hours, which say by when a time is due. */
    private String window(String id) {
        String name = names.value(Domain.WINDOW, id);
        Catalogue.OpeningHours hours = names.catalogue().windows().get(id);
        Window stated = hours == null ? null : hours.window();
        return stated == null ? name : names.punctuation().beside(name, new WeekWords(names.language()).of(stated));
    }

    /** The variables that may stand in place of a number. */
    private String variables(RulePlace place) {
        List<String> fitting = bound.entrySet().stream()
                .filter(one -> one.getValue().isNumber() && one.getValue().kind() == place.kind())
                .map(one -> names.texts()
                        .of(
                                "rule-variable",
                                names.field(
                                        one.getValue().owner(), one.getValue().name()),
                                one.getKey()))
                .toList();
        return fitting.isEmpty()
                ? ""
                : names.texts().of("rule-or", names.punctuation().list(fitting));
    }
}
