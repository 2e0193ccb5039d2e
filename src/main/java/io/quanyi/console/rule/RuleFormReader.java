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
import java.util.regex.Pattern;

/** Reads the rule that a form says, from the rule that the form was made for and the fields that came back. */
final class RuleFormReader {

    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z0-9_]{1,60}");
    private static final Pattern UNFIT = Pattern.compile("[\"\\\\\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]");
    /** The most characters of a text in a rule. */
    static final int LONGEST = 300;

    private final FormFields form;
    private final RuleNames names;
    private final NewParts parts;
    private final String removed;
    private final List<String> faults = new ArrayList<>();

    RuleFormReader(FormFields form, RuleNames names) {
        this.form = form;
        this.names = names;
        this.parts = new NewParts(names.catalogue());
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
        String fact = form.first("add-fact");
        if (RuleChoices.facts().contains(fact)) {
            patterns.add(parts.pattern(fact, was));
        }
        String outcome = form.first("add-outcome");
        if (RuleChoices.outcomes().contains(outcome)) {
            insertions.add(parts.insertion(outcome));
        }
        return was.titled(title("title"))
                .translated(RuleForm.other(written), text("translation"))
                .citing(several("clause"))
                .reading(several("reading"))
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

    private List<String> several(String field) {
        return form.all(field).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(this::fit)
                .distinct()
                .toList();
    }

    /** Whether a text may stand in a rule. */
    static boolean isFit(String text) {
        return text.length() <= LONGEST && !UNFIT.matcher(text).find();
    }

    private String fit(String text) {
        if (!isFit(text)) {
            faults.add(names.texts().of("rule-text-unfit", LONGEST));
            return UNFIT.matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                    .replaceAll(" ");
        }
        return text;
    }

    private Optional<WrittenPattern> pattern(String line, WrittenPattern was) {
        if (removed.equals(line)) {
            return Optional.empty();
        }
        List<WrittenConstraint> constraints = new ArrayList<>();
        for (int j = 0; j < was.constraints().size(); j++) {
            String part = line + "." + j;
            if (!removed.equals(part)) {
                constraints.add(constraint(part, was, was.constraints().get(j)));
            }
        }
        parts.constraint(was, form.first(line + ".add")).ifPresent(constraints::add);
        String quantifier = form.has(line + ".quantifier") ? form.first(line + ".quantifier") : was.quantifier();
        return Optional.of(WrittenPattern.of(
                RuleChoices.QUANTIFIERS.contains(quantifier) ? quantifier : was.quantifier(),
                was.fact().drl(),
                constraints));
    }

    private WrittenConstraint constraint(String part, WrittenPattern pattern, WrittenConstraint was) {
        List<RulePlace> place = RuleForm.place(pattern, was.field());
        String operator = form.first(part + ".operator");
        boolean known = RuleChoices.operators(pattern.fact().drl(), was.field()).contains(operator);
        if (place.isEmpty() || was.isBinding() || !known) {
            return was;
        }
        String field = names.field(pattern.fact().drl(), was.field());
        List<WrittenValue> values = form.all(part + ".value").stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .map(value -> value(place.get(0), field, value))
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
        if (removed.equals(line)) {
            return Optional.empty();
        }
        int count = was.arguments().size();
        if (RuleChoices.arguments(was.type(), count).size() != count) {
            return Optional.of(was);
        }
        List<WrittenValue> arguments = new ArrayList<>();
        for (RulePlace place : RuleChoices.arguments(was.type())) {
            argument(line + "." + place.name(), place).ifPresent(arguments::add);
        }
        return Optional.of(WrittenInsertion.of(was.type(), arguments));
    }

    private Optional<WrittenValue> argument(String field, RulePlace place) {
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
        return Optional.of(value(place, names.argument(place), value));
    }

    private WrittenValue time(String unit, String amount, String label) {
        String known = RuleChoices.times().contains(unit) ? unit : "immediate";
        if (!RuleChoices.takesNumber(known)) {
            return WrittenValue.of(known + "()");
        }
        if (!NUMBER.matcher(amount).matches()) {
            faults.add(names.texts().of("rule-needs-number", label, amount));
        }
        return WrittenValue.of(known + "(" + amount + ")");
    }

    private WrittenValue value(RulePlace place, String label, String value) {
        if (VARIABLE.matcher(value).matches()) {
            return WrittenValue.of(value);
        }
        if (place.kind() == Kind.ID) {
            return WrittenValue.text(fit(value));
        }
        boolean truth = value.equals("true") || value.equals("false");
        if (place.isNumber() ? !NUMBER.matcher(value).matches() : !truth) {
            faults.add(names.texts().of("rule-needs-number", label, value));
        }
        return WrittenValue.of(value);
    }
}
