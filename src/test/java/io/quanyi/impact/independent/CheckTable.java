package io.quanyi.impact.independent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The results of checks in a table, by programme and in all. */
final class CheckTable {

    private static final String HEAD = """
        | programme | edits | requests | differing | uncovered | false |
        | --- | --- | --- | --- | --- | --- |
        """;

    private final List<CheckResult> results = new ArrayList<>();

    void add(CheckResult result) {
        results.add(result);
    }

    @Override
    public String toString() {
        Map<String, List<CheckResult>> programmes = new TreeMap<>();
        results.forEach(result -> programmes
                .computeIfAbsent("`" + result.edit().programme() + "`", programme -> new ArrayList<>())
                .add(result));
        StringBuilder table = new StringBuilder(HEAD);
        programmes.forEach((programme, of) -> table.append(line(programme, of)));
        return table.append(line("all", results)).toString();
    }

    private static String line(String name, List<CheckResult> results) {
        return "| %s | %,d | %,d | %,d | %,d | %,d |%n"
                .formatted(
                        name,
                        results.size(),
                        sum(results, CheckResult::requests),
                        sum(results, CheckResult::differing),
                        sum(results, CheckResult::uncovered),
                        sum(results, CheckResult::untrue));
    }

    private static int sum(List<CheckResult> results, ToIntFunction<CheckResult> number) {
        return results.stream().mapToInt(number).sum();
    }
}
