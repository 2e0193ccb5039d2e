package io.quanyi.impact.independent;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The usage and requested amounts of a request, of which a report makes statements such as {@code enough 2 person-day service-year} or
 * {@code each-within 1 person-day}. A number is written, or is what its name says of the request.
 */
final class UsageOfRequest {

    private final DecisionRequest request;
    private final AskedQuestion asked;
    private final boolean absentIsSaid;

    /** @param absentIsSaid whether an absent quantity is said to be absent; otherwise it is 1 */
    UsageOfRequest(DecisionRequest request, boolean absentIsSaid) {
        this.request = request;
        this.asked = request.question();
        this.absentIsSaid = absentIsSaid;
    }

    boolean isTrue(String statement) {
        String[] words = statement.split(" ", -1);
        String rest = statement.substring(words[0].length()).strip();
        return switch (words[0]) {
            case "quantity" -> isAt(rest, quantity());
            case "person-days" -> isAt(rest, asked.personDays());
            case "limit" -> isAt(rest, decimal(request.subscription().freeRemoteSupportLimit()));
            case "start" -> isAt(rest, daysToStart());
            case "start-early", "start-late" -> words[0].equals(early());
            case "unknown" -> request.subscription().usage() == null;
            case "incomplete" -> isIncomplete(rest.split(" ", -1));
            case "more" -> isSaid(words[1]) && wanted(words[2]).compareTo(number(words[1])) > 0;
            case "each-over" -> isSaid(words[1]) && isOverEach(words);
            case "each-within" -> isSaid(words[1]) && !isOverEach(words);
            case "enough", "insufficient", "exhausted" -> isSaid(words[1]) && words[0].equals(left(words));
            default -> group(number(words[1])).contains(words[0]);
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

    private @Nullable BigDecimal quantity() {
        return absentIsSaid ? decimal(asked.quantity()) : BigDecimal.valueOf(asked.quantityOrOnce());
    }

    private BigDecimal wanted(String unit) {
        BigDecimal days = asked.personDays() == null ? BigDecimal.ZERO : asked.personDays();
        return unit.equals("time") ? BigDecimal.valueOf(asked.quantityOrOnce()) : days;
    }

    /** Whether the request states a number: all do, but for the limit of the contract. */
    private boolean isSaid(String word) {
        return !word.equals("freeRemoteSupportLimit") || request.subscription().freeRemoteSupportLimit() != null;
    }

    private BigDecimal number(String word) {
        return new BigDecimal(StatementReading.number(word, request));
    }

    private @Nullable BigDecimal daysToStart() {
        LocalDate start = asked.requestedStart();
        return start == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(TriedValues.DAY, start));
    }

    private String early() {
        BigDecimal days = daysToStart();
        return days == null ? "" : days.intValue() < asked.quantityOrOnce() ? "start-early" : "start-late";
    }

    private boolean isOverEach(String[] words) {
        BigDecimal most = number(words[1]);
        BigDecimal all = words[2].equals("time") ? most : most.multiply(BigDecimal.valueOf(asked.quantityOrOnce()));
        return wanted(words[2]).compareTo(all) > 0;
    }

    /** Whether some usage in a span, and in no shorter one if one is named, states no person-days. */
    private boolean isIncomplete(String[] spans) {
        return StatementReading.usage(request, spans).anyMatch(entry -> entry.personDays() == null);
    }

    /** The rest of a quota in its span. */
    private String left(String[] words) {
        if (request.subscription().usage() == null) {
            return "";
        }
        BigDecimal most = number(words[1]);
        BigDecimal used = StatementReading.usage(request, words[3])
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

    /** The comparisons of the group with its limit: as it is, with the requested members, with one more, and as a new group. */
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
