package io.quanyi.policy.edit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An annotation of a rule, such as {@code @clause("二.1")}.
 *
 * @param name the name, without the at sign
 * @param list the place between its brackets
 */
record WrittenAnnotation(TextRange span, String name, TextRange list, List<WrittenValue> values)
        implements WrittenPart {

    /** The names in the order in which rules have them. */
    static final List<String> ORDER = List.of("en", "zh", "id", "clause", "reading", "waives");

    private static final Set<String> BARE = Set.of("id", "reading");

    /** Keeps a copy. */
    WrittenAnnotation {
        values = List.copyOf(values);
    }

    /** A new annotation with plain texts or ids. */
    static WrittenAnnotation of(String name, List<String> plain) {
        boolean bare = BARE.contains(name);
        return new WrittenAnnotation(
                TextRange.NONE,
                name,
                TextRange.NONE,
                plain.stream()
                        .map(value -> bare ? WrittenValue.of(value) : WrittenValue.text(value))
                        .toList());
    }

    /** The same annotation with other values; those that it had are kept as they are written. */
    WrittenAnnotation with(List<String> plain) {
        List<WrittenValue> fresh = of(name, plain).values();
        List<WrittenValue> other = fresh.stream()
                .map(value -> values.stream()
                        .filter(old -> old.plain().equals(value.plain()))
                        .findFirst()
                        .orElse(value))
                .toList();
        return new WrittenAnnotation(span, name, list, other);
    }

    /** Adds an annotation where rules have it. */
    static void addInOrder(List<WrittenAnnotation> annotations, WrittenAnnotation added) {
        int rank = ORDER.indexOf(added.name());
        int place = annotations.size();
        while (place > 0 && ORDER.indexOf(annotations.get(place - 1).name()) > rank) {
            place--;
        }
        annotations.add(place, added);
    }

    /** Whether it has a line of its own. */
    boolean hasOwnLine() {
        return name.equals("en") || name.equals("zh") || name.equals("waives");
    }

    @Override
    public String head() {
        return name;
    }

    @Override
    public String drl() {
        return values.stream().map(WrittenValue::drl).collect(Collectors.joining(", ", "@" + name + "(", ")"));
    }
}
