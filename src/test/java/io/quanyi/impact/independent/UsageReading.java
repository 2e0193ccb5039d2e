package io.quanyi.impact.independent;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the values of the dimension of usage and requested amounts: which of them a request has. Not safe for use by several threads. */
final class UsageReading {

    /** The words that begin a statement; a group may be compared with the quantity, whose name then ends one. */
    private static final Pattern NEXT = Pattern.compile(
            " (?=(?:quantity (?:absent|id|below|between|above|any)|person-days|limit|unknown|more|enough|exhausted|insufficient|incomplete"
                    + "|each-over|each-within|group-over|group-exceeded|group-full|group-within|group-new"
                    + "|start|start-early|start-late)(?: |$))");

    private final Map<ValueLine, Set<String>> statements = new HashMap<>();
    private final boolean absentIsSaid;
    private @Nullable DecisionRequest read;
    private Set<String> truths = Set.of();

    /** @param all all values of the dimension */
    UsageReading(List<ValueLine> all) {
        all.forEach(value -> statements.put(value, statements(value)));
        absentIsSaid = statements.values().stream().anyMatch(value -> value.contains("quantity absent"));
    }

    /** Whether a value states of a request all that is true among the statements of all values, and nothing else. */
    boolean is(ValueLine value, DecisionRequest request) {
        if (!request.equals(read)) {
            read = request;
            UsageOfRequest usage = new UsageOfRequest(request, absentIsSaid);
            truths = statements.values().stream()
                    .flatMap(Set::stream)
                    .distinct()
                    .filter(usage::isTrue)
                    .collect(Collectors.toSet());
        }
        return truths.equals(statements.get(value));
    }

    private static Set<String> statements(ValueLine value) {
        return NEXT.splitAsStream(value.id()).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
    }
}
