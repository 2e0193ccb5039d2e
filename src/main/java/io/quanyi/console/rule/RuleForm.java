package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Reading;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Measure;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.policy.edit.RulePlace;
import io.quanyi.policy.edit.WrittenConstraint;
import io.quanyi.policy.edit.WrittenInsertion;
import io.quanyi.policy.edit.WrittenPattern;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenValue;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the form of a rule: each value as an input, each line with the parts that may be added to it. */
final class RuleForm {

    private final DraftRules draft;
    private final RuleNames names;
    private final String file;
    private final WrittenRule rule;
    private final ValueInput inputs;

    RuleForm(DraftRules draft, RuleNames names, String file, WrittenRule rule) {
        this.draft = draft;
        this.names = names;
        this.file = file;
        this.rule = rule;
        this.inputs = new ValueInput(names, bound(rule, names.catalogue()));
    }

    /** The fields for which variables of a rule stand, by variable. */
    static Map<String, RulePlace> bound(WrittenRule rule, Catalogue catalogue) {
        Map<String, RulePlace> bound = new LinkedHashMap<>();
        for (WrittenPattern pattern : rule.patterns()) {
            pattern.constraints().stream()
                    .filter(WrittenConstraint::isBinding)
                    .forEach(one -> place(pattern, one.field(), catalogue)
                            .forEach(field -> bound.put(one.values().get(0).drl(), field)));
        }
        return bound;
    }

    /** The place of a field; none if the fact has no such field. */
    static List<RulePlace> place(WrittenPattern pattern, String field, Catalogue catalogue) {
        return RuleChoices.fields(pattern, catalogue).stream()
                .filter(place -> place.name().equals(field))
                .toList();
    }

    /** The language into which titles are translated. */
    static Language other(Language language) {
        return language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
    }

    /** The names of the fields of both titles: each says its language, and which one the document has. */
    static Map<String, String> titleLabels(ConsoleTexts texts, Language written) {
        return Map.of(
                "titleLabel", texts.of("rule-name-" + written.tag()),
                "translationLabel",
                        texts.of("rule-translation-" + other(written).tag()));
    }

    Map<String, Object> content() {
        Language written = draft.screen().programme().source().documentLanguage();
        Map<String, Object> content = new HashMap<>();
        content.put("id", rule.id());
        content.put("file", file);
        content.putAll(titleLabels(names.texts(), written));
        content.put("title", rule.title().plain());
        content.put("translation", rule.translation(other(written)));
        content.put("waiver", rule.waiver());
        content.put("clauses", chosen(clauseNames(), rule.clauses()));
        content.put("readings", chosen(readingNames(), rule.readings()));
        content.put("conditions", conditions());
        content.put("outcomes", outcomes());
        content.put("facts", ValueInput.options(addableFacts(), "", true));
        content.put("kinds", ValueInput.options(addableOutcomes(), "", true));
        content.put("sentence", new RuleSentence(names).of(rule));
        content.put("quotes", rule.clauses().stream().map(this::quote).toList());
        content.put("explained", rule.readings().stream().map(this::reading).toList());
        return content;
    }

    /** A choice for each chosen value, and one more. */
    private static List<Map<String, Object>> chosen(Map<String, String> named, List<String> values) {
        List<String> all = new ArrayList<>(values);
        all.add("");
        return IntStream.range(0, all.size())
                .mapToObj(i ->
                        Map.<String, Object>of("number", i + 1, "options", ValueInput.options(named, all.get(i), true)))
                .toList();
    }

    private Map<String, String> clauseNames() {
        return named(draft.clauses().all(), Clause::reference, RuleForm::shown);
    }

    /** A clause in a choice: its reference and the beginning of its words. */
    static String shown(Clause clause) {
        return clause.reference() + " " + beginning(clause.quote());
    }

    private static String beginning(String text) {
        String words = text.replaceAll("\\s+", " ");
        return words.length() > 40 ? words.substring(0, 39) + "…" : words;
    }

    /** The readings in a choice: their ids and the beginnings of their words. */
    private Map<String, String> readingNames() {
        return named(
                draft.readings().all(),
                Reading::id,
                reading -> reading.id() + " " + beginning(reading.text().in(names.language())));
    }

    private static <T> Map<String, String> named(Collection<T> all, Function<T, String> id, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(id, name, (one, other) -> one, LinkedHashMap::new));
    }

    private Map<String, Object> quote(String reference) {
        Clause clause = draft.clauses().clause(reference);
        return Map.of(
                "reference",
                reference,
                "quote",
                clause == null ? names.texts().of("rule-no-clause") : clause.quote(),
                "gloss",
                clause == null ? "" : Objects.requireNonNullElse(clause.gloss(names.language()), ""));
    }

    private Map<String, Object> reading(String id) {
        Reading reading = draft.readings().reading(id);
        return Map.of("id", id, "text", reading == null ? "" : reading.text().in(names.language()));
    }

    private List<Map<String, Object>> conditions() {
        return IntStream.range(0, rule.patterns().size())
                .mapToObj(i -> condition("w" + i, rule.patterns().get(i)))
                .toList();
    }

    private Map<String, Object> condition(String name, WrittenPattern pattern) {
        String fact = pattern.fact().drl();
        Map<String, String> quantifiers = new LinkedHashMap<>();
        if (RuleChoices.mayBeQuantified(fact)) {
            RuleChoices.QUANTIFIERS.forEach(one -> quantifiers.put(one, names.quantifier(one)));
        }
        List<Map<String, Object>> options = new ArrayList<>();
        quantifiers.forEach(
                (id, named) -> options.add(Map.of("id", id, "name", named, "chosen", id.equals(pattern.quantifier()))));
        return Map.of(
                "line",
                name,
                "fact",
                names.fact(fact),
                "quantifiers",
                options,
                "tests",
                IntStream.range(0, pattern.constraints().size())
                        .mapToObj(j -> test(
                                name + "." + j, pattern, pattern.constraints().get(j)))
                        .toList(),
                "fields",
                ValueInput.options(addableFields(pattern), "", true));
    }

    private Map<String, Object> test(String name, WrittenPattern pattern, WrittenConstraint constraint) {
        List<RulePlace> place = place(pattern, constraint.field(), names.catalogue());
        String field = names.field(pattern.fact().drl(), constraint.field());
        boolean shown = !place.isEmpty() && !constraint.isBinding();
        Map<String, String> operators = new LinkedHashMap<>();
        RuleChoices.operators(pattern, constraint.field(), names.catalogue())
                .forEach(one -> operators.put(one, names.operator(one)));
        return Map.of(
                "part",
                name,
                "field",
                field,
                "operators",
                shown ? ValueInput.options(operators, constraint.operator().drl(), false) : List.of(),
                "values",
                shown ? values(name, field, place.get(0), constraint) : List.of(),
                "fixed",
                shown ? "" : fixed(field, constraint));
    }

    /** The text in place of inputs, for a variable and for parts that the vocabulary does not have. */
    private String fixed(String field, WrittenConstraint constraint) {
        return constraint.isBinding()
                ? names.texts().of("rule-stands-for", constraint.values().get(0).drl(), field)
                : constraint.drl();
    }

    private List<Map<String, Object>> values(String name, String field, RulePlace place, WrittenConstraint constraint) {
        List<Map<String, Object>> values = new ArrayList<>();
        int number = 1;
        for (WrittenValue value : constraint.values()) {
            values.add(inputs.of(place, value, name + ".value", label(field, number++), constraint.isList()));
        }
        if (constraint.isList()) {
            values.add(inputs.of(place, null, name + ".value", label(field, number), true));
        }
        return values;
    }

    private String label(String field, int number) {
        return number == 1 ? field : field + " " + number;
    }

    private List<Map<String, Object>> outcomes() {
        return IntStream.range(0, rule.insertions().size())
                .mapToObj(i -> outcome("t" + i, rule.insertions().get(i)))
                .toList();
    }

    private Map<String, Object> outcome(String name, WrittenInsertion insertion) {
        List<RulePlace> written =
                RuleChoices.arguments(insertion.type(), insertion.arguments().size());
        boolean known = written.size() == insertion.arguments().size();
        List<Map<String, Object>> values = new ArrayList<>();
        for (RulePlace place : known ? RuleChoices.arguments(insertion.type()) : List.<RulePlace>of()) {
            int at = written.indexOf(place);
            WrittenValue value = at < 0 ? null : insertion.arguments().get(at);
            values.add(inputs.of(place, value, name + "." + place.name(), names.argument(place), place.optional()));
        }
        return Map.of(
                "line",
                name,
                "outcome",
                names.outcome(insertion.type()),
                "values",
                values,
                "counting",
                known && isCountedInWindow(insertion.type()) ? names.texts().of("rule-counting") : "",
                "fixed",
                known ? "" : insertion.drl());
    }

    /** Whether an outcome is a time and the window by which its working hours or days are counted. */
    private static boolean isCountedInWindow(String outcome) {
        List<RulePlace> places = RuleChoices.arguments(outcome);
        return places.stream().anyMatch(place -> place.kind() == RulePlace.Kind.TIME)
                && places.stream().anyMatch(place -> place.domain() == Domain.WINDOW);
    }

    /**
     * The facts of which a line may be added: those of which there is one value only if no line asks for them yet, and measures only where
     * the catalogue declares any.
     */
    private Map<String, String> addableFacts() {
        Map<String, String> facts = new LinkedHashMap<>();
        RuleChoices.facts().stream()
                .filter(fact -> RuleChoices.mayBeQuantified(fact)
                        || RuleChoices.isSelected(fact)
                        || rule.patterns().stream()
                                .noneMatch(pattern -> pattern.fact().drl().equals(fact)))
                .filter(fact -> !fact.equals(Measure.class.getSimpleName())
                        || !names.catalogue().measures().isEmpty())
                .forEach(fact -> facts.put(fact, names.fact(fact)));
        return facts;
    }

    private Map<String, String> addableFields(WrittenPattern pattern) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RulePlace field : RuleChoices.fields(pattern.fact().drl())) {
            fields.put(field.name(), names.field(field.owner(), field.name()));
        }
        for (RulePlace field : RuleChoices.fields(pattern.fact().drl())) {
            if (field.alwaysKnown() && pattern.quantifier().isEmpty()) {
                fields.put(
                        "$" + field.name(),
                        names.texts().of("rule-as-variable", names.field(field.owner(), field.name())));
            }
        }
        return fields;
    }

    private Map<String, String> addableOutcomes() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        RuleChoices.outcomes().stream()
                .filter(outcome -> !outcome.equals("Plan") || file.equals("plans.drl"))
                .forEach(outcome -> outcomes.put(outcome, names.outcome(outcome)));
        return outcomes;
    }
}
