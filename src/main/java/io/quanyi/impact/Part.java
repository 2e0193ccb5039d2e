package io.quanyi.impact;

import io.quanyi.decision.Decider;
import io.quanyi.decision.Finding;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RequestRefused.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dimensions that the same rules look at, and what these rules say to each combination of their values. */
final class Part {

    private final List<Dimension> dimensions;
    private final Radix radix;
    private final int[] numbers;
    private final List<Told> told = new ArrayList<>();

    /**
     * What two releases make of some values, as far as this part goes.
     *
     * @param before what the rules of the one release say
     * @param after what the rules of the other say
     * @param isSame whether both see and say the same
     * @param isRefused whether either does not take them
     * @param isImpossible whether they contradict each other
     */
    record Told(List<Finding> before, List<Finding> after, boolean isSame, boolean isRefused, boolean isImpossible) {}

    private Part(List<Dimension> dimensions) {
        this.dimensions = dimensions;
        this.radix = new Radix(dimensions.stream().mapToInt(Dimension::size).toArray());
        this.numbers = new int[Math.toIntExact(radix.count())];
    }

    /**
     * Asks the rules.
     *
     * @param rulesBefore the ids of those of the one release that look at these dimensions
     * @param rulesAfter the same of the other
     */
    static Part of(ServicePair pair, List<Dimension> dimensions, Set<String> rulesBefore, Set<String> rulesAfter) {
        Part part = new Part(dimensions);
        Map<String, Integer> known = new HashMap<>();
        for (int cell = 0; cell < part.numbers.length; cell++) {
            int[] digits = part.radix.digits(cell);
            Said before = part.said(pair, pair.before(), digits, Value::before, rulesBefore);
            Said after = part.said(pair, pair.after(), digits, Value::after, rulesAfter);
            part.numbers[cell] = known.computeIfAbsent(before.key() + "\n\n" + after.key(), key -> {
                part.told.add(told(before, after));
                return part.told.size() - 1;
            });
        }
        return part;
    }

    private static Told told(Said before, Said after) {
        return new Told(
                before.findings(),
                after.findings(),
                before.key().equals(after.key()),
                before.refused() != null || after.refused() != null,
                before.refused() == Stage.CONTRADICTORY && after.refused() == Stage.CONTRADICTORY);
    }

    /** What rules say, and in words all that an answer can make of it. */
    private record Said(
            List<Finding> findings, String key, @Nullable Stage refused) {}

    private Said said(
            ServicePair pair,
            ProgrammeRelease release,
            int[] digits,
            Function<Value, String> answers,
            Set<String> rules) {
        Asking asking = pair.asking(release);
        values(digits).forEach(value -> value.setting().accept(asking));
        String read = values(digits).map(answers).collect(Collectors.joining("\n", "", "\n"));
        try {
            List<Finding> findings = Decider.findings(
                            asking.request(), release, pair.at().toInstant())
                    .stream()
                    .filter(finding -> finding.rule() != null
                            && rules.contains(finding.rule().id()))
                    .toList();
            return new Said(findings, read + key(findings), null);
        } catch (RequestRefused e) {
            return new Said(List.of(), read + Sight.refused(e), e.stage());
        }
    }

    private Stream<Value> values(int[] digits) {
        return IntStream.range(0, digits.length)
                .mapToObj(i -> dimensions.get(i).values().get(digits[i]));
    }

    /** Findings without what no core tells: which rule it was. */
    private static String key(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.outcome() + " " + finding.distance() + " " + finding.absent() + " "
                        + (finding.rule() != null && finding.rule().purchase()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    /** The number of what is told of a combination. */
    int number(int[] places, int[] digits) {
        int number = 0;
        for (int i = 0; i < places.length; i++) {
            number = number * radix.size(i) + digits[places[i]];
        }
        return numbers[number];
    }

    Told told(int number) {
        return told.get(number);
    }
}
