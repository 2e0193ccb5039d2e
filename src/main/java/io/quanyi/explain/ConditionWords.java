package io.quanyi.explain;

import io.quanyi.decision.release.NearMiss;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Measure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of the conditions of rules. A condition is given as it is printed in the rule, in one of two forms: {@code field operator
 * literals}, or a whole line such as {@code not Opening(…)}. Other forms are shown as printed.
 */
record ConditionWords(ExplanationWords wording) {

    private static final String MEASURE = Measure.class.getSimpleName() + ".";

    private static final Pattern TEST =
            Pattern.compile("([\\w-]+) (==|!=|<=|>=|<|>|not in|in) (\\([^)]*\\)|\"[^\"]*\"|[^,]+)");

    /** The comparison of a selected field, such as {@code of == "purchase", value < 2018-09-17}: its id, and what follows its name. */
    private static final Pattern SELECTED = Pattern.compile("\\w+ == \"([\\w-]+)\", value( .*)");

    private static final Pattern LINE = Pattern.compile("(not |exists |)(\\w+)\\((.*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|([$\\w.-]+)");

    private static final Map<String, String> OPERATORS = Map.of(
            "==", "eq", "!=", "ne", "<", "lt", "<=", "le", ">", "gt", ">=", "ge", "in", "in", "not in", "not-in");

    /** A field with its name in words, and the kind of ids that it holds. */
    private record NamedField(String name, @Nullable Domain domain) {}

    /** The condition that a rule lacks, and the present value of its field. */
    String of(NearMiss miss) {
        Optional<NamedField> field = field(miss.field());
        if (field.isEmpty()) {
            return line(miss.words());
        }
        String test = test(miss.field().substring(0, miss.field().indexOf('.')), miss.words());
        Object value = miss.value();
        if (value == null) {
            return wording.text("near.absent", test);
        }
        String code = value instanceof Number ? "near.number" : "near.field";
        return wording.text(code, test, wording.value(field.get().domain(), value));
    }

    /** The field with a path such as {@code Amount.value}; that of a measure has the name of the catalogue. */
    private Optional<NamedField> field(String path) {
        if (path.startsWith(MEASURE)) {
            return Optional.of(new NamedField(
                    wording.name(Domain.MEASURE, path.substring(MEASURE.length())), Domain.MEASURE_VALUE));
        }
        return FactField.named(path)
                .map(field -> new NamedField(wording.shared("fact." + field.path()), field.domain()));
    }

    private String line(String words) {
        Matcher matcher = LINE.matcher(words);
        if (!matcher.matches()) {
            return words;
        }
        String type = matcher.group(2);
        String name = wording.shared("fact." + type);
        List<String> tests = TEST.matcher(matcher.group(3))
                .results()
                .map(test -> tested(type, test))
                .flatMap(Optional::stream)
                .toList();
        String what = tests.isEmpty()
                ? name
                : wording.punctuation().beside(name, wording.punctuation().list(tests));
        return wording.text(matcher.group(1).equals("not ") ? "asks.not-there" : "asks.there", what);
    }

    private String test(String type, String words) {
        Matcher selected = SELECTED.matcher(words);
        Matcher matcher = TEST.matcher(selected.matches() ? selected.group(1) + selected.group(2) : words);
        return matcher.matches() ? tested(type, matcher.toMatchResult()).orElse(words) : words;
    }

    /** The words of one comparison; empty for the service, which is always the requested one. */
    private Optional<String> tested(String type, MatchResult test) {
        Optional<NamedField> field = field(type + "." + test.group(1));
        if (field.isEmpty() || field.get().domain() == Domain.SERVICE) {
            return Optional.empty();
        }
        String name = field.get().name();
        if (test.group(3).startsWith("$")) {
            return Optional.of(wording.text("asks.same", name));
        }
        String operator = Objects.requireNonNull(OPERATORS.get(test.group(2)), "one of the pattern's");
        List<String> literals = LITERAL.matcher(test.group(3))
                .results()
                .map(literal -> literal(field.get().domain(), literal))
                .toList();
        return Optional.of(
                wording.text("asks." + operator, name, wording.punctuation().list(literals)));
    }

    private String literal(@Nullable Domain domain, MatchResult literal) {
        if (literal.group(1) != null) {
            return wording.value(domain, literal.group(1));
        }
        String bare = literal.group(2);
        boolean truth = bare.equals("true") || bare.equals("false");
        return truth ? wording.value(domain, Boolean.valueOf(bare)) : bare;
    }
}
