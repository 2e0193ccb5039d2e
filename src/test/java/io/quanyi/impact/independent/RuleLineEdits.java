package io.quanyi.impact.independent;

import io.quanyi.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes edits of one line of a rule: another id, number, operator or word, a condition dropped, another text. */
final class RuleLineEdits {

    private static final Pattern NUMBER = Pattern.compile("\"[^\"]*\"|(?<![\\w$.])(\\d+(?:\\.\\d+)?)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("([A-Z]\\w+|hours|workingHours|workingDays)\\(");
    private static final Pattern FIELD = Pattern.compile("(\\w+) (?:==|!=|<=|>=|<|>|not in|in) ");

    /** The most other ids that one is replaced by. */
    private static final int OTHERS = 4;

    private static final Map<String, String> OPERATORS = Map.of(
            " == ", " != ", " != ", " == ", " < ", " <= ", " > ", " >= ", " not in ", " in ", " in ", " not in ");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("true", "false"),
            Map.entry("false", "true"),
            Map.entry("workingHours(", "hours("),
            Map.entry("workingDays(", "workingHours("),
            Map.entry("(hours(", "(workingHours("),
            Map.entry("immediate()", "hours(1)"),
            Map.entry("new Granted()", "new Denied(\"condition-not-met\")"),
            Map.entry("new Undetermined(\"refer-to-contract\")", "new Granted()"),
            Map.entry("$times", "3"),
            Map.entry("not ContractTerm(", "ContractTerm("),
            Map.entry("not Purchase(", "Purchase("),
            Map.entry("not Opening(", "Opening("));

    private static final Map<String, String> TEXTS =
            Map.of("rule \"", "rule \"凡", "    @en(\"", "    @en(\"As said: ", "// ", "// As said: ");

    private final String programme;
    private final Map<String, Set<String>> literals = literals();
    private final List<ProgrammeEdit> edits = new ArrayList<>();

    private RuleLineEdits(String programme) {
        this.programme = programme;
    }

    static List<ProgrammeEdit> of(String programme) {
        RuleLineEdits edits = new RuleLineEdits(programme);
        ProgrammeEdit.rules(programme).forEach(edits::file);
        return edits.edits;
    }

    /** The literals of all shipped rules, by the type and the field or place at which they stand. */
    private static Map<String, Set<String>> literals() {
        Map<String, Set<String>> all = new TreeMap<>();
        ProgrammeEdit.SHIPPED.under("").stream()
                .filter(file -> file.path().endsWith(".drl"))
                .flatMap(file -> ProgrammeEdit.text(file).lines())
                .filter(line -> line.startsWith("    ") && !line.startsWith("    @"))
                .forEach(line -> places(line)
                        .forEach((at, place) -> all.computeIfAbsent(place, one -> new LinkedHashSet<>())
                                .add(literal(line, at))));
        return all;
    }

    /** The type and the field or place of each literal of a line, by the position of the literal. */
    private static Map<Integer, String> places(String line) {
        Map<Integer, String> places = new TreeMap<>();
        Matcher literal = LITERAL.matcher(line);
        while (literal.find()) {
            String before = line.substring(0, literal.start());
            String type = last(TYPE, before);
            String field = last(FIELD, before);
            if (type != null) {
                places.put(literal.start(1), type + "." + (field == null ? before.split("\"", -1).length / 2 : field));
            }
        }
        return places;
    }

    private static String literal(String line, int at) {
        return line.substring(at, line.indexOf('"', at));
    }

    private static @Nullable String last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    private void file(SourceFile file) {
        String text = ProgrammeEdit.text(file);
        int from = 0;
        for (String line : text.split("\n", -1)) {
            EditedLine edited = new EditedLine(file.path(), text, from, line);
            TEXTS.forEach((before, after) -> {
                if (line.startsWith(before)) {
                    edited.replace("text: " + before.strip(), line.replace(before, after));
                }
            });
            boolean isOutcome = line.startsWith("    insert(");
            if (isOutcome || line.matches("    (not )?[A-Z].*")) {
                edited.all(isOutcome ? "outcome " : "condition on ");
            }
            from += line.length() + 1;
        }
    }

    /** A line of a rule that is changed in each way. */
    private final class EditedLine {

        private final String path;
        private final String text;
        private final int from;
        private final String line;

        EditedLine(String path, String text, int from, String line) {
            this.path = path;
            this.text = text;
            this.from = from;
            this.line = line;
        }

        void all(String kind) {
            String type = last(TYPE, line);
            places(line)
                    .forEach((at, place) -> literals.getOrDefault(place, Set.of()).stream()
                            .filter(other -> !other.equals(literal(line, at)))
                            .limit(OTHERS)
                            .forEach(other -> replace(
                                    kind + place,
                                    line.substring(0, at) + other + line.substring(line.indexOf('"', at)))));
            Matcher number = NUMBER.matcher(line);
            while (number.find()) {
                if (number.group(1) != null) {
                    BigDecimal more = new BigDecimal(number.group(1));
                    String other = more.add(more.ulp()).toPlainString();
                    replace(
                            kind + "number of " + type,
                            line.substring(0, number.start()) + other + line.substring(number.end()));
                }
            }
            OPERATORS.forEach((one, other) -> words(kind + "operator of " + type, one, other));
            WORDS.forEach((one, other) -> words(kind + "word " + one, one, other));
            if (kind.startsWith("condition") && line.endsWith(")") && !isOnly()) {
                replace("condition dropped on " + type, "");
            }
        }

        private boolean isOnly() {
            return text.substring(0, from).endsWith("when\n") && text.startsWith("\nthen", from + line.length());
        }

        private void words(String kind, String one, String other) {
            if (line.contains(one)) {
                replace(kind, line.replaceFirst(Pattern.quote(one), Matcher.quoteReplacement(other)));
            }
        }

        void replace(String kind, String other) {
            String changed = text.substring(0, from) + other + text.substring(from + line.length());
            String file = path.substring(path.lastIndexOf('/') + 1).replace(".drl", "");
            boolean isWide = Set.of("plans", "period", "every-service").contains(file) && !kind.startsWith("text");
            edits.add(ProgrammeEdit.of(
                    programme,
                    (isWide ? file + ": " : "") + kind,
                    path,
                    changed,
                    line.strip() + " → " + other.strip()));
        }
    }
}
