package io.quanyi.policy.reading;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FullWidthCharacters;
import io.quanyi.source.Position;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The characters of a rule file that no token has, such as Chinese text without quotes. They are reported once for a line, because they
 * mostly have one cause: the quotes are missing, or the input method types full-width characters.
 */
final class StrayCharacters {

    private final Map<Integer, Line> lines = new LinkedHashMap<>();

    /**
     * The characters of one line.
     *
     * @param first the place of the first character
     * @param narrowed each full-width character with the one to write instead; empty for another character
     */
    private record Line(Position first, Map<String, String> narrowed) {

        Fault fault() {
            String unknown = narrowed.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining());
            return unknown.isEmpty()
                    ? Fault.at(first, "character-full-width", list(narrowed.keySet()), list(narrowed.values()))
                    : Fault.at(first, "character-not-used", unknown);
        }

        private static String list(Collection<String> characters) {
            return String.join(" ", characters);
        }
    }

    /** Adds a character. */
    void add(int point, Position place) {
        lines.computeIfAbsent(place.line(), line -> new Line(place, new LinkedHashMap<>()))
                .narrowed()
                .put(Character.toString(point), Objects.requireNonNullElse(FullWidthCharacters.narrowed(point), ""));
    }

    /** Adds a fault for each line. */
    void report(Faults faults) {
        lines.values().forEach(line -> faults.add(line.fault()));
    }
}
