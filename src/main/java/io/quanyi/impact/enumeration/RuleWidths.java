package io.quanyi.impact.enumeration;

import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Look;
import io.quanyi.facts.Question;
import io.quanyi.impact.budget.WidestRule;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rule of a service that distinguishes the most combinations, so that an author knows where to begin. */
final class RuleWidths {

    private static final int SHOWN = 6;

    private RuleWidths() {}

    /** The widest rule of either release; its width is the product of the sizes of the dimensions that it reads. */
    static WidestRule widest(ServiceComparison comparison, List<MergedDimension> dimensions) {
        RuleOutline widest = Stream.concat(
                        comparison.rules(comparison.after()).stream(), comparison.rules(comparison.before()).stream())
                .max(Comparator.comparingDouble((RuleOutline rule) -> width(rule, dimensions))
                        .thenComparing(rule -> fields(rule).size())
                        .thenComparing(rule -> rule.rule().id()))
                .orElse(null);
        return new WidestRule(
                widest == null ? Position.NOWHERE : widest.rule().position(),
                widest == null ? "" : widest.rule().id(),
                widest == null ? "" : Fault.list(fields(widest)),
                shown(dimensions));
    }

    private static double width(@Nullable RuleOutline rule, List<MergedDimension> dimensions) {
        return dimensions.stream()
                .filter(dimension -> rule != null && rule.looks().stream().anyMatch(dimension.source()::isReadBy))
                .mapToDouble(dimension -> Math.log(dimension.size()))
                .sum();
    }

    private static List<String> fields(RuleOutline rule) {
        return rule.looks().stream().flatMap(RuleWidths::fields).distinct().toList();
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

    private static String shown(List<MergedDimension> dimensions) {
        List<MergedDimension> several =
                dimensions.stream().filter(dimension -> dimension.size() > 1).toList();
        String shown = several.stream()
                .sorted(Comparator.comparingInt(MergedDimension::size).reversed())
                .limit(SHOWN)
                .map(dimension -> dimension.id() + " " + dimension.size())
                .collect(Collectors.joining(" × "));
        return several.size() > SHOWN ? shown + " × …" : shown;
    }
}
