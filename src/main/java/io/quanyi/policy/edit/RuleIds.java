package io.quanyi.policy.edit;

import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes ids for new rules of a programme. No version of the programme has used them, because an id always names the same norm. */
public final class RuleIds {

    private static final Pattern NUMBERED =
            Pattern.compile("@id\\(\\s*\"?(?<series>[A-Z0-9]+(?:-[A-Z0-9]+)*)-(?<number>[0-9]{1,6})\"?\\s*\\)");

    private final String programme;
    private final Map<String, Integer> highest = new TreeMap<>();

    /** Looks for the ids of all versions of a programme. */
    public RuleIds(SourceTree tree, String programme) {
        this.programme = programme;
        tree.under(programme + "/policy/").stream()
                .map(RuleIds::text)
                .flatMap(RuleIds::numbered)
                .forEach(id -> highest.merge(id.group(1), Integer.valueOf(id.group(2)), Math::max));
    }

    /** An id for the first rule on a service. */
    public String first(String service) {
        String series = prefix() + "-" + letters(service);
        String free = series;
        for (int i = 2; highest.containsKey(free); i++) {
            free = series + i;
        }
        return next(free);
    }

    /** An id for one more rule of a file: the next number after its last rule. */
    public String next(String rules, String service) {
        return numbered(rules)
                .reduce((a, b) -> b)
                .map(last -> next(last.group(1)))
                .orElseGet(() -> first(service));
    }

    /**
     * Several ids: those after the last rule of a file.
     *
     * @param rules the text of the file; empty if it has no rules yet
     */
    public List<String> several(String rules, String service, int count) {
        String first = next(rules, service);
        String series = first.substring(0, first.lastIndexOf('-'));
        int number = Integer.parseInt(first.substring(series.length() + 1));
        return IntStream.range(number, number + count)
                .mapToObj(next -> numbered(series, next))
                .toList();
    }

    private String next(String series) {
        return numbered(series, highest.getOrDefault(series, 0) + 1);
    }

    private static String numbered(String series, int number) {
        return series + "-" + String.format(Locale.ROOT, "%02d", number);
    }

    /** The first part of most ids of the programme. */
    private String prefix() {
        return highest.keySet().stream()
                .filter(series -> series.contains("-"))
                .map(series -> series.substring(0, series.indexOf('-')))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseGet(() -> letters(programme));
    }

    /** The first letters of the words of an id; of a single word the first two. */
    public static String letters(String id) {
        String[] words = id.split("-", -1);
        String letters = words.length == 1
                ? id.substring(0, Math.min(2, id.length()))
                : Arrays.stream(words).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String text(SourceFile file) {
        return Objects.requireNonNullElse(file.path().endsWith(".drl") ? file.text(new Faults()) : null, "");
    }

    private static Stream<MatchResult> numbered(String rules) {
        return NUMBERED.matcher(rules).results();
    }
}
