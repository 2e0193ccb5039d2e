package io.quanyi.workshop.scaffold.sample;

import io.quanyi.decision.needs.AskedFact;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values for the facts that a service asks for, so that a new case is decided and not refused. The author changes them. */
public final class SampleFacts {

    /** The values of members that hold no code of the catalogue, as YAML. Dates fit the instant that new cases ask about. */
    private static final Map<String, String> VALUES = Map.of(
            "/subscription/contract/amount", "10000",
            "/subscription/contract/currency", "CNY",
            "/subscription/firstPurchase", "true",
            "/subscription/serviceRenewed", "false",
            "/subscription/serviceStart", "2026-01-01",
            "/subscription/usage", "[]",
            "/question/requestedStart", "2026-08-03");

    private SampleFacts() {}

    /** The members of a part of the request, such as {@code product: thing}, one by one. */
    public static List<String> members(@Nullable ProgrammeRelease release, String service, String part) {
        if (release == null || !release.catalogue().services().containsKey(service)) {
            return List.of();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (AskedFact fact : AskedFact.of(release, service)) {
            List<String> values = values(fact);
            if (fact.pointer().startsWith(part + "/") && !values.isEmpty()) {
                put(members, List.of(fact.pointer().substring(part.length() + 1).split("/", -1)), values.get(0));
            }
        }
        return members.entrySet().stream()
                .map(member -> member.getKey() + ": " + yaml(member.getValue()))
                .toList();
    }

    /** The values that a new case may state for a fact; none if the author has to find one. */
    static List<String> values(AskedFact fact) {
        String value = VALUES.get(fact.pointer());
        return value == null ? fact.codes() : List.of(value);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> members, List<String> path, String value) {
        if (path.size() == 1) {
            members.put(path.get(0), value);
        } else {
            Object below = members.computeIfAbsent(path.get(0), any -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) below, path.subList(1, path.size()), value);
        }
    }

    private static String yaml(Object value) {
        return value instanceof Map<?, ?> members
                ? members.entrySet().stream()
                        .map(member -> member.getKey() + ": " + yaml(member.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"))
                : value.toString();
    }
}
