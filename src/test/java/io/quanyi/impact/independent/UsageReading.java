package io.quanyi.impact.independent;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words of a report about usage and requested amounts, such as {@code enough 2 person-day each-within 1 person-day}. */
final class UsageReading {

    /** The words that begin a statement. */
    private static final Pattern NEXT =
            Pattern.compile(" (?=(?:quantity|person-days|limit|unknown|more|enough|exhausted"
                    + "|insufficient|incomplete|each-over|each-within|group-over|group-exceeded|group-full|group-within|group-new)"
                    + "(?: |$))");

    private final DecisionRequest request;
    private final AskedQuestion asked;

    private UsageReading(DecisionRequest request) {
        this.request = request;
        this.asked = request.question();
    }

    /** Whether a value states of a request all that is true among the statements of all values, and nothing else. */
    static boolean is(ValueLine value, List<ValueLine> all, DecisionRequest request) {
        UsageReading reading = new UsageReading(request);
        Set<String> statements = new HashSet<>();
        all.forEach(one -> statements.addAll(statements(one)));
        statements.removeIf(statement -> !reading.isTrue(statement));
        return statements.equals(new HashSet<>(statements(value)));
    }

    private static List<String> statements(ValueLine value) {
        return Stream.of(NEXT.split(value.id())).filter(one -> !one.isEmpty()).toList();
    }

    private boolean isTrue(String statement) {
        String[] words = statement.split(" ", -1);
        String rest = statement.substring(words[0].length()).strip();
        return switch (words[0]) {
            case "quantity" -> isAt(rest, decimal(asked.quantity()));
            case "person-days" -> isAt(rest, asked.personDays());
            case "limit" -> isAt(rest, decimal(request.subscription().freeRemoteSupportLimit()));
            case "unknown" -> request.subscription().usage() == null;
            case "incomplete" -> false;
            case "more" -> words[1].matches("[0-9.]+") && wanted(words[2]).compareTo(new BigDecimal(words[1])) > 0;
            case "each-over" -> isOverEach(words);
            case "each-within" -> words[1].matches("[0-9.]+") && !isOverEach(words);
            case "enough", "insufficient", "exhausted" -> words[0].equals(left(words));
            default -> group(new BigDecimal(words[1])).contains(words[0]);
        };
    }

    /** Whether a number lies at a place such as {@code between 2 5}. */
    private static boolean isAt(String place, @Nullable BigDecimal number) {
        String[] words = place.split(" ", 2);
        return SentenceReading.number(new ValueLine(words[0], words.length == 1 ? "" : words[1], "", false), number);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private BigDecimal wanted(String unit) {
        BigDecimal days = asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        return unit.equals("time") ? BigDecimal.valueOf(asked.quantityOrOnce()) : days;
    }

    private boolean isOverEach(String[] words) {
        if (!words[1].matches("[0-9.]+")) {
            return false;
        }
        BigDecimal most = new BigDecimal(words[1]);
        BigDecimal all = words[2].equals("time") ? most : most.multiply(BigDecimal.valueOf(asked.quantityOrOnce()));
        return wanted(words[2]).compareTo(all) > 0;
    }

    /** What is left of a quota; all usage counts, because requests with usage of other years are left out. */
    private String left(String[] words) {
        List<Usage> usage = request.subscription().usage();
        if (usage == null || !words[1].matches("[0-9.]+")) {
            return "";
        }
        BigDecimal most = new BigDecimal(words[1]);
        BigDecimal used = usage.stream()
                .filter(entry -> entry.service().equals(asked.service()))
                .map(entry -> amount(entry, words[2]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return most.compareTo(used) <= 0
                ? "exhausted"
                : most.compareTo(used.add(wanted(words[2]))) < 0 ? "insufficient" : "enough";
    }

    private static BigDecimal amount(Usage entry, String unit) {
        BigDecimal days = entry.personDays() == null ? BigDecimal.ZERO : entry.personDays();
        return unit.equals("time") ? BigDecimal.valueOf(entry.timesOrOnce()) : days;
    }

    /** What is true of the group and its limit: as it is, with those requested, with one more, and of a new group. */
    private Set<String> group(BigDecimal most) {
        Integer members = request.subscription().imGroupMembers();
        long present = members == null ? 0 : members;
        long more = asked.quantity() == null ? 0 : asked.quantity();
        long limit = most.longValueExact();
        String state = present > limit
                ? "group-over"
                : present + more > limit
                        ? "group-exceeded"
                        : present + asked.quantityOrOnce() > limit ? "group-full" : "group-within";
        return asked.quantityOrOnce() > limit ? Set.of(state, "group-new") : Set.of(state);
    }
}
