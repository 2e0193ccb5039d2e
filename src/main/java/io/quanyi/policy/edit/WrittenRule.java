package io.quanyi.policy.edit;

import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule as it is written, with the places of its parts. It may have faults, such as an id that no catalogue has.
 *
 * @param span the place, from {@code rule} to {@code end}
 * @param title the title
 * @param annotations the annotations, in the order written
 * @param when the place of the word {@code when}
 * @param patterns the lines of the condition
 * @param then the place of the word {@code then}
 * @param insertions the outcomes
 */
public record WrittenRule(
        TextRange span,
        WrittenValue title,
        List<WrittenAnnotation> annotations,
        TextRange when,
        List<WrittenPattern> patterns,
        TextRange then,
        List<WrittenInsertion> insertions) {

    /** Keeps copies. */
    public WrittenRule {
        annotations = List.copyOf(annotations);
        patterns = List.copyOf(patterns);
        insertions = List.copyOf(insertions);
    }

    /** A new rule. */
    public static WrittenRule of(
            String id, String title, List<WrittenPattern> patterns, List<WrittenInsertion> insertions) {
        return new WrittenRule(
                TextRange.NONE,
                WrittenValue.text(title),
                List.of(WrittenAnnotation.of("id", List.of(id))),
                TextRange.NONE,
                patterns,
                TextRange.NONE,
                insertions);
    }

    /** The id; empty if the rule has none. */
    public String id() {
        return String.join("", annotation("id"));
    }

    /** The references of the clauses. */
    public List<String> clauses() {
        return annotation("clause");
    }

    /** The readings. */
    public List<String> readings() {
        return annotation("reading");
    }

    /** The reason why a plan may have less than one below it; empty if there is none. */
    public String waiver() {
        return String.join("", annotation("waives"));
    }

    /** The title in a language that is not the one of the document; empty if there is none. */
    public String translation(Language language) {
        return String.join("", annotation(language.code()));
    }

    private List<String> annotation(String name) {
        return annotations.stream()
                .filter(one -> one.name().equals(name))
                .flatMap(one -> one.values().stream())
                .map(WrittenValue::plain)
                .toList();
    }

    /** The same rule with another title. */
    public WrittenRule titled(String other) {
        return title.plain().equals(other)
                ? this
                : new WrittenRule(span, WrittenValue.text(other), annotations, when, patterns, then, insertions);
    }

    /** The same rule with another translation of its title; without one if that is empty. */
    public WrittenRule translated(Language language, String other) {
        return with(language.code(), other.isEmpty() ? List.of() : List.of(other));
    }

    /** The same rule on other clauses. */
    public WrittenRule citing(List<String> references) {
        return with("clause", references);
    }

    /** The same rule with other readings. */
    public WrittenRule reading(List<String> ids) {
        return with("reading", ids);
    }

    /** The same rule with another waiver; without one if that is empty. */
    public WrittenRule waiving(String reason) {
        return with("waives", reason.isEmpty() ? List.of() : List.of(reason));
    }

    private WrittenRule with(String name, List<String> plain) {
        if (annotation(name).equals(plain)) {
            return this;
        }
        List<WrittenAnnotation> changed = new ArrayList<>(annotations);
        WrittenAnnotation was = annotations.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (was == null) {
            WrittenAnnotation.addInOrder(changed, WrittenAnnotation.of(name, plain));
        } else if (plain.isEmpty()) {
            changed.remove(was);
        } else {
            changed.set(changed.indexOf(was), was.with(plain));
        }
        return new WrittenRule(span, title, changed, when, patterns, then, insertions);
    }

    /** The same rule with another condition. */
    public WrittenRule asking(List<WrittenPattern> other) {
        return new WrittenRule(span, title, annotations, when, other, then, insertions);
    }

    /** The same rule with other outcomes. */
    public WrittenRule stating(List<WrittenInsertion> other) {
        return new WrittenRule(span, title, annotations, when, patterns, then, other);
    }

    /** Whether a time stands in it. */
    boolean namesTime() {
        return insertions.stream().flatMap(one -> one.arguments().stream()).anyMatch(WrittenValue::isTime);
    }

    /** The rule as an author writes it, without comments. */
    public String drl() {
        String own =
                lines(annotations.stream().filter(WrittenAnnotation::hasOwnLine).toList());
        String shared = annotations.stream()
                .filter(one -> !one.hasOwnLine())
                .map(WrittenAnnotation::drl)
                .collect(Collectors.joining(" ", "    ", "\n"));
        return "rule " + title.drl() + "\n" + own + shared + "when\n" + lines(patterns) + "then\n" + lines(insertions)
                + "end\n";
    }

    private static String lines(List<? extends WrittenPart> parts) {
        return parts.stream().map(part -> "    " + part.drl() + "\n").collect(Collectors.joining());
    }
}
