package io.quanyi.console.impact;

import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sentences of an impact that a screen shows as one: the same change of the same services, plans and products. They differ in further facts.
 *
 * @param lines the sentences, at least one
 */
public record SentenceCard(List<SentenceLine> lines) {

    /** The facts that the heading of a card names. */
    private static final Set<String> SUBJECTS = Set.of("plan", "product");

    /** Keeps a copy. */
    public SentenceCard {
        lines = List.copyOf(lines);
    }

    /** The cards for sentences, in the order of the first sentence of each. */
    public static List<SentenceCard> of(List<SentenceLine> lines) {
        Map<List<Object>, List<SentenceLine>> byChange = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> List.of(line.services(), line.before(), line.after(), subjects(line)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byChange.values().stream().map(SentenceCard::new).toList();
    }

    /** The first sentence. */
    SentenceLine first() {
        return lines.get(0);
    }

    /** The conditions that the heading names. */
    List<ConditionLine> subjects() {
        return subjects(first());
    }

    /** The conditions that all sentences have. */
    List<ConditionLine> shared() {
        return first().conditions().stream()
                .filter(condition ->
                        lines.stream().allMatch(line -> line.conditions().contains(condition)))
                .toList();
    }

    /** The conditions of a sentence that not all have. */
    List<ConditionLine> own(SentenceLine line) {
        List<ConditionLine> shared = shared();
        return line.conditions().stream()
                .filter(condition -> !shared.contains(condition))
                .toList();
    }

    private static List<ConditionLine> subjects(SentenceLine line) {
        return line.conditions().stream()
                .filter(condition -> SUBJECTS.contains(condition.part()))
                .toList();
    }
}
