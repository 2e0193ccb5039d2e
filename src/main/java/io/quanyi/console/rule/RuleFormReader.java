package io.quanyi.console.rule;

import io.quanyi.console.FormFields;
import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.policy.edit.RulePlace;
import io.quanyi.policy.edit.RulePlace.Kind;
import io.quanyi.policy.edit.WrittenConstraint;
import io.quanyi.policy.edit.WrittenInsertion;
import io.quanyi.policy.edit.WrittenPattern;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenValue;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the rule that a sent form states: the rule for which the form was made, with the values of the fields. */
final class RuleFormReader {

    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z0-9_]{1,60}");
    private static final Pattern UNFIT = Pattern.compile("[\"\\\\\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]");

    /** The most characters of a text in a rule. */
    static final int MAX_TEXT_LENGTH = 300;

    private final FormFields form;
    private final RuleNames names;
    private final NewParts parts;
    private final DraftRules rules;
    private final String removed;
    private boolean hasRemoved;
    private final List<String> faults = new ArrayList<>();

    RuleFormReader(FormFields form, RuleNames names, DraftRules rules) {
        this.form = form;
        this.names = names;
        this.parts = new NewParts(names.catalogue());
        this.rules = rules;
        this.removed = form.first("remove");
    }

    /** The parts that cannot be written into a rule, in words; the rule that was read has them nevertheless, to be shown again. */
    List<String> faults() {
        return faults;
    }

    WrittenRule read(WrittenRule was, Language written) {
        List<WrittenPattern> patterns = new ArrayList<>();
        for (int i = 0; i < was.patterns().size(); i++) {
            pattern("w" + i, was.patterns().get(i)).ifPresent(patterns::add);
        }
        List<WrittenInsertion> insertions = new ArrayList<>();
        for (int i = 0; i < was.insertions().size(); i++) {
            insertion("t" + i, was.insertions().get(i)).ifPresent(insertions::add);
        }
        String fact = form.choice("add-fact", RuleChoices.facts());
        if (!fact.isEmpty()) {
            patterns.add(parts.pattern(fact, was));
        }
        String outcome = form.choice("add-outcome", RuleChoices.outcomes());
        if (!outcome.isEmpty()) {
            insertions.add(parts.insertion(outcome));
        }
        if (!removed.isEmpty() && !hasRemoved) {
            throw FormFields.otherChoice("remove", removed);
        }
        return was.titled(title("title"))
                .translated(RuleForm.other(written), text("translation"))
                .citing(several(
                        "clause", was.clauses(), reference -> rules.clauses().clause(reference) != null))
                .reading(several(
                        "reading", was.readings(), id -> rules.readings().reading(id) != null))
                .waiving(text("waiver"))
                .asking(patterns)
                .stating(insertions);
    }

    private String title(String field) {
        String title = text(field);
        if (title.isEmpty()) {
            faults.add(names.texts().of("rule-needs-title"));
        }
        return title;
    }

    private String text(String field) {
        return fit(form.first(field).strip());
    }

    /** The values of several lists: those that the rule has, and those that are known. */
    private List<String> several(String field, List<String> had, Predicate<String> known) {
        List<String> values = form.all(field).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        values.stream()
                .filter(value -> !had.contains(value) && !known.test(value))
                .forEach(value -> {
                    throw FormFields.otherChoice(field, value);
                });
        return values;
    }

    /** Whether a text may stand in a rule. */
    static boolean isFit(String text) {
        return text.length() <= MAX_TEXT_LENGTH && !UNFIT.matcher(text).find();
    }

    private String fit(String text) {
        if (!isFit(text)) {
            faults.add(names.texts().of("rule-text-unfit", MAX_TEXT_LENGTH));
            return UNFIT.matcher(text.substring(0, Math.min(text.length(), MAX_TEXT_LENGTH)))
                    .replaceAll(" ");
        }
        return text;
    }

    private boolean isRemoved(String line) {
        hasRemoved |= removed.equals(line);
        return removed.equals(line);
    }

    private Optional<WrittenPattern> pattern(String line, WrittenPattern was) {
        if (isRemoved(line)) {
            return Optional.empty();
        }
        List<WrittenConstraint> constraints = new ArrayList<>();
        for (int j = 0; j < was.constraints().size(); j++) {
            String part = line + "." + j;
            if (!isRemoved(part)) {
                constraints.add(constraint(part, was, was.constraints().get(j)));
            }
        }
        String added = form.first(line + ".add");
        Optional<WrittenConstraint> more = parts.constraint(was, added);
        if (more.isEmpty() && !added.isEmpty()) {
            throw FormFields.otherChoice(line + ".add", added);
        }
        more.ifPresent(constraints::add);
        String quantifier = line + ".quantifier";
        return Optional.of(parts.fitted(
                was,
                WrittenPattern.of(
                        form.has(quantifier) ? form.choice(quantifier, RuleChoices.QUANTIFIERS) : was.quantifier(),
                        was.fact().drl(),
                        constraints)));
    }

    private WrittenConstraint constraint(String part, WrittenPattern pattern, WrittenConstraint was) {
        List<RulePlace> place = RuleForm.place(pattern, was.field(), names.catalogue());
        String name = part + ".operator";
        if (place.isEmpty() || was.isBinding() || !form.has(name)) {
            return was;
        }
        String operator = form.choice(name, RuleChoices.operators(pattern, was.field(), names.catalogue()));
        String field = names.field(pattern.fact().drl(), was.field());
        List<WrittenValue> values = form.all(part + ".value").stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .map(value -> value(place.get(0), field, value, was.values()))
                .toList();
        if (values.isEmpty()) {
            faults.add(names.texts().of("rule-needs-value", field));
            return was;
        }
        WrittenConstraint is = WrittenConstraint.of(was.field(), operator, values);
        if (!is.isList() && values.size() > 1) {
            faults.add(names.texts().of("rule-one-value", field));
        }
        return is;
    }

    private Optional<WrittenInsertion> insertion(String line, WrittenInsertion was) {
        if (isRemoved(line)) {
            return Optional.empty();
        }
        int count = was.arguments().size();
        if (RuleChoices.arguments(was.type(), count).size() != count) {
            return Optional.of(was);
        }
        List<WrittenValue> arguments = new ArrayList<>();
        for (RulePlace place : RuleChoices.arguments(was.type())) {
            argument(line + "." + place.name(), place, was.arguments()).ifPresent(arguments::add);
        }
        return Optional.of(WrittenInsertion.of(was.type(), arguments));
    }

    private Optional<WrittenValue> argument(String field, RulePlace place, List<WrittenValue> had) {
        String value = form.first(field).strip();
        if (place.kind() == Kind.TIME) {
            return Optional.of(time(value, form.first(field + ".amount").strip(), names.argument(place)));
        }
        if (value.isEmpty()) {
            if (!place.optional()) {
                faults.add(names.texts().of("rule-needs-value", names.argument(place)));
            }
            return place.optional() ? Optional.empty() : Optional.of(WrittenValue.text(""));
        }
        return Optional.of(value(place, names.argument(place), value, had));
    }

    private WrittenValue time(String unit, String amount, String label) {
        if (!RuleChoices.times().contains(unit)) {
            throw FormFields.otherChoice(label, unit);
        }
        if (!RuleChoices.takesNumber(unit)) {
            return WrittenValue.of(unit + "()");
        }
        if (!NUMBER.matcher(amount).matches()) {
            faults.add(names.texts().of("rule-needs-number", label, amount));
        }
        return WrittenValue.of(unit + "(" + amount + ")");
    }

    /** @param had the values that the rule has, known or not */
    private WrittenValue value(RulePlace place, String label, String value, List<WrittenValue> had) {
        if (VARIABLE.matcher(value).matches()) {
            return WrittenValue.of(value);
        }
        if (place.kind() == Kind.ID) {
            boolean offered = place.ids(names.catalogue()).contains(value);
            if (!offered && had.stream().noneMatch(one -> one.plain().equals(value))) {
                throw FormFields.otherChoice(label, value);
            }
            return WrittenValue.text(value);
        }
        if (place.kind() == Kind.DATE) {
            if (!DATE.matcher(value).matches()) {
                faults.add(names.texts().of("rule-needs-date", label, value));
            }
            return WrittenValue.of(value);
        }
        boolean truth = value.equals("true") || value.equals("false");
        if (place.isNumber() ? !NUMBER.matcher(value).matches() : !truth) {
            faults.add(names.texts().of("rule-needs-number", label, value));
        }
        return WrittenValue.of(value);
    }
}
