package io.quanyi.impact;

import io.quanyi.decision.RuleOutline;
import io.quanyi.decision.RuleOutline.Look;
import io.quanyi.facts.Question;
import io.quanyi.source.Position;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why the rules of a service tell so many combinations apart.
 *
 * @param position where the rule stands that looks at most; nowhere if there is none
 * @param rule its id
 * @param fields what it looks at
 * @param dimensions the parts of a request that the rules tell most values of apart, with how many these are
 */
record RulesWidth(Position position, String rule, String fields, String dimensions) {

    private static final int SHOWN = 6;

    static RulesWidth of(ServicePair pair, List<Dimension> dimensions) {
        RuleOutline widest = Stream.concat(pair.rules(pair.after()).stream(), pair.rules(pair.before()).stream())
                .max(Comparator.comparingDouble((RuleOutline rule) -> width(rule, dimensions))
                        .thenComparing(rule -> fields(rule).size())
                        .thenComparing(rule -> rule.rule().id()))
                .orElse(null);
        return new RulesWidth(
                widest == null ? Position.NOWHERE : widest.rule().position(),
                widest == null ? "" : widest.rule().id(),
                widest == null ? "" : String.join(", ", fields(widest)),
                shown(dimensions));
    }

    private static double width(@Nullable RuleOutline rule, List<Dimension> dimensions) {
        return dimensions.stream()
                .filter(dimension -> rule != null && rule.looks().stream().anyMatch(dimension.aspect()::isSeenBy))
                .mapToDouble(dimension -> Math.log(dimension.size()))
                .sum();
    }

    private static List<String> fields(RuleOutline rule) {
        return rule.looks().stream().flatMap(RulesWidth::fields).distinct().toList();
    }

    private static Stream<String> fields(Look look) {
        String fact = look.fact().getSimpleName();
        List<String> fields = Stream.concat(
                        look.tests().stream().map(test -> test.field()),
                        look.values().stream().map(value -> value.field()))
                .map(field -> fact + "." + field)
                .toList();
        boolean named = !fields.isEmpty() || look.fact() == Question.class;
        return named ? fields.stream() : Stream.of(fact);
    }

    private static String shown(List<Dimension> dimensions) {
        List<Dimension> several =
                dimensions.stream().filter(dimension -> dimension.size() > 1).toList();
        String shown = several.stream()
                .sorted(Comparator.comparingInt(Dimension::size).reversed())
                .limit(SHOWN)
                .map(dimension -> dimension.aspect().id() + " " + dimension.size())
                .collect(Collectors.joining(" × "));
        return several.size() > SHOWN ? shown + " × …" : shown;
    }
}
