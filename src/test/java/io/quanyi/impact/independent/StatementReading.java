package io.quanyi.impact.independent;

import io.quanyi.decision.ServiceYears;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.answer.CoreElement;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of a sentence about the answer to a request: a number may be named by the member of the request that it is taken
 * from, and a usage entry by the span that it lies in.
 */
final class StatementReading {

    private static final String ENTRIES = "/subscription/usage/*/personDays";

    private StatementReading() {}

    /** Whether statements say of the answer to a request that it has these elements. */
    static boolean isSaid(List<StatementLine> lines, Collection<CoreElement> elements, DecisionRequest request) {
        Set<String> said =
                lines.stream().flatMap(line -> elements(line, request)).collect(Collectors.toSet());
        return said.equals(elements.stream().map(CoreElement::toString).collect(Collectors.toSet()));
    }

    private static Stream<String> elements(StatementLine line, DecisionRequest request) {
        if (line.value().startsWith(ENTRIES)) {
            String[] spans = line.value().substring(ENTRIES.length()).strip().split(" ", -1);
            return absent(request, spans).mapToObj(i -> "missing " + ENTRIES.replace("*", String.valueOf(i)));
        }
        return Stream.of(
                Stream.concat(Stream.of(line.part()), Arrays.stream(line.value().split(" ", -1)))
                        .map(word -> number(word, request))
                        .collect(Collectors.joining(" ")));
    }

    /** The places of the usage entries in some spans that do not state their person-days. */
    private static IntStream absent(DecisionRequest request, String[] spans) {
        List<Usage> counted = usage(request, spans).toList();
        List<Usage> all = request.subscription().usage();
        return IntStream.range(0, all == null ? 0 : all.size())
                .filter(i -> all != null && all.get(i).personDays() == null && counted.contains(all.get(i)));
    }

    /** A number by its name: what the request says in the member that the word names; any other word as it is. */
    static String number(String word, DecisionRequest request) {
        return switch (word) {
            case "freeRemoteSupportLimit" ->
                String.valueOf(request.subscription().freeRemoteSupportLimit());
            case "quantity" -> String.valueOf(request.question().quantityOrOnce());
            default -> word;
        };
    }

    /** The usage of the asked service in the first span, and not in the second, if there is one. Without a start of the period all lies in any span. */
    static Stream<Usage> usage(DecisionRequest request, String... spans) {
        List<Usage> usage = request.subscription().usage();
        LocalDate from = firstDay(request, spans[0]);
        LocalDate until = spans.length == 1 ? LocalDate.MAX : firstDay(request, spans[1]);
        return (usage == null ? List.<Usage>of() : usage)
                .stream()
                        .filter(entry ->
                                entry.service().equals(request.question().service()))
                        .filter(entry -> from == null || !entry.date().isBefore(from))
                        .filter(entry -> until != null && entry.date().isBefore(until));
    }

    /** The first day of a span; null if all usage lies in it. */
    private static @Nullable LocalDate firstDay(DecisionRequest request, String span) {
        LocalDate start = request.subscription().serviceStart();
        LocalDate day = TriedValues.DAY;
        return switch (span) {
            case "pack" -> null;
            case "contract" -> start;
            case "service-year" ->
                start == null || start.isAfter(day)
                        ? start
                        : ServiceYears.firstDay(start, ServiceYears.yearOf(start, day));
            default -> throw new AssertionError(span);
        };
    }
}
