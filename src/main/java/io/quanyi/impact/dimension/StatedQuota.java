package io.quanyi.impact.dimension;

import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.Quota;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A quota that a rule of either release states.
 *
 * @param most the limit, in the unit of the quota
 * @param yearly whether usage is counted per service year; otherwise over the whole period
 */
record StatedQuota(BigDecimal most, boolean yearly) {

    private static final BigDecimal SOME = BigDecimal.valueOf(3);

    /** The quotas in one unit. A quota whose number a rule takes from the contract is represented by several numbers. */
    static Set<StatedQuota> of(ServiceComparison comparison, String unit) {
        Set<StatedQuota> limits = new LinkedHashSet<>();
        comparison.stated(Quota.class).stream()
                .filter(quota -> quota.unit().equals(unit))
                .forEach(quota ->
                        limits.add(new StatedQuota(quota.limit(), quota.per().equals("service-year"))));
        comparison
                .statedFromFacts(Quota.class)
                .filter(members -> unit.equals(members.get("unit")))
                .map(members -> "service-year".equals(members.get("per")))
                .forEach(yearly ->
                        ofContract(comparison).forEach(number -> limits.add(new StatedQuota(number, yearly))));
        return limits;
    }

    /** Numbers that represent all limits a contract may state: zero, three, and the neighbours of numbers that rules compare with. */
    static Set<BigDecimal> ofContract(ServiceComparison comparison) {
        Set<BigDecimal> numbers = new TreeSet<>(BoundaryNumbers.around(
                comparison.numbers(FreeRemoteSupport.class, "limit"), BigDecimal.ONE, BigDecimal.ZERO));
        numbers.addAll(List.of(BigDecimal.ZERO, SOME));
        return numbers;
    }

    /** Whether some quotas count per year and others over the whole period, so that the date of usage matters. */
    static boolean spansDiffer(ServiceComparison comparison) {
        Set<Boolean> spans =
                of(comparison, "time").stream().map(StatedQuota::yearly).collect(Collectors.toSet());
        of(comparison, "person-day").forEach(limit -> spans.add(limit.yearly()));
        return spans.size() > 1;
    }

    /** The state of the quota for a request: exhausted, insufficient or enough. */
    String state(BigDecimal used, BigDecimal wanted) {
        return most.compareTo(used) <= 0
                ? "exhausted"
                : most.compareTo(used.add(wanted)) < 0 ? "insufficient" : "enough";
    }
}
