package io.quanyi.impact;

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
 * @param most how much
 * @param yearly whether it counts anew each service year
 */
record Limit(BigDecimal most, boolean yearly) {

    private static final BigDecimal SOME = BigDecimal.valueOf(3);

    /** Those of one unit. A number that a rule takes from the contract is any number: none, and some. */
    static Set<Limit> of(ServicePair pair, String unit) {
        Set<Limit> limits = new LinkedHashSet<>();
        pair.stated(Quota.class).stream()
                .filter(quota -> quota.unit().equals(unit))
                .forEach(
                        quota -> limits.add(new Limit(quota.limit(), quota.per().equals("service-year"))));
        pair.takes(Quota.class)
                .filter(members -> unit.equals(members.get("unit")))
                .map(members -> "service-year".equals(members.get("per")))
                .forEach(yearly -> taken(pair).forEach(number -> limits.add(new Limit(number, yearly))));
        return limits;
    }

    /** The numbers that stand for all that a contract may state: none, some, and those that rules hold them against. */
    static Set<BigDecimal> taken(ServicePair pair) {
        Set<BigDecimal> numbers = new TreeSet<>(
                Numbers.around(pair.numbers(FreeRemoteSupport.class, "limit"), BigDecimal.ONE, BigDecimal.ZERO));
        numbers.addAll(List.of(BigDecimal.ZERO, SOME));
        return numbers;
    }

    /** Whether one counts over a year and another over the whole period, so that it matters when something was used. */
    static boolean spansDiffer(ServicePair pair) {
        Set<Boolean> spans = of(pair, "time").stream().map(Limit::yearly).collect(Collectors.toSet());
        of(pair, "person-day").forEach(limit -> spans.add(limit.yearly()));
        return spans.size() > 1;
    }

    String state(BigDecimal used, BigDecimal wanted) {
        return most.compareTo(used) <= 0
                ? "exhausted"
                : most.compareTo(used.add(wanted)) < 0 ? "insufficient" : "enough";
    }
}
