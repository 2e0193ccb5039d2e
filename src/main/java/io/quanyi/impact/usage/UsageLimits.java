package io.quanyi.impact.usage;

import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Question;
import io.quanyi.facts.Quota;
import io.quanyi.impact.value.ComparedRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The limits of either release with which usage and requested amounts are compared. A limit that a rule takes from the request is
 * compared by its meaning: the limit of the contract, or the requested quantity.
 */
public final class UsageLimits {

    /** The name of a number that a rule takes from the limit of the contract. */
    public static final String LIMIT = "freeRemoteSupportLimit";

    /** The name of a number that a rule takes from the requested quantity. */
    public static final String QUANTITY = "quantity";

    private final ComparedRules rules;
    private final LocalDate day;
    private final Set<StatedQuota> quotas = new LinkedHashSet<>();
    private final Set<StatedQuota> each = new LinkedHashSet<>();
    private final Set<BigDecimal> groups = new TreeSet<>();
    private final Set<BigDecimal> leads = new TreeSet<>();
    private final TreeSet<UsageSpan> spans = new TreeSet<>();
    private final boolean takeLimit;
    private final boolean takeQuantity;
    private final boolean takeLeadTime;
    private final boolean takeGroup;
    private final Set<BigDecimal> quantities;
    private final Set<BigDecimal> personDays;
    private final Set<BigDecimal> numbersOfLimit;
    private final Set<BigDecimal> numbersOfQuantity;
    private final Set<BigDecimal> numbersOfStart;

    /**
     * Looks up the limits that rules state.
     *
     * @param day the day of all requests
     */
    public UsageLimits(ComparedRules rules, LocalDate day) {
        this.rules = rules;
        this.day = day;
        rules.stated(Quota.class).forEach(quota -> {
            quotas.add(new StatedQuota(quota.limit(), quota.unit()));
            spans.add(UsageSpan.of(quota.per()));
        });
        rules.statedFromFacts(Quota.class).forEach(members -> {
            quotas.add(new StatedQuota(null, id(members, "unit")));
            spans.add(UsageSpan.of(id(members, "per")));
        });
        rules.stated(EachLimit.class).forEach(limit -> each.add(new StatedQuota(limit.limit(), limit.unit())));
        rules.statedFromFacts(EachLimit.class).forEach(members -> each.add(new StatedQuota(null, id(members, "unit"))));
        rules.stated(GroupLimit.class).forEach(limit -> groups.add(BigDecimal.valueOf(limit.users())));
        rules.stated(LeadTime.class).forEach(lead -> leads.add(BigDecimal.valueOf(lead.days())));
        takeLimit = rules.reads(FreeRemoteSupport.class, "limit");
        takeQuantity = rules.reads(Question.class, "quantity");
        takeLeadTime = takes(LeadTime.class);
        takeGroup = takes(GroupLimit.class);
        quantities = rules.numbers(Question.class, "quantity");
        personDays = rules.numbers(Question.class, "personDays");
        numbersOfLimit = limitNumbers();
        numbersOfQuantity = quantityNumbers();
        numbersOfStart = rules.numbers(Question.class, "leadDays");
        numbersOfStart.addAll(leads);
    }

    /** An id that a rule writes in an outcome; no fact has a field of its domain. */
    private static String id(Map<String, Object> members, String member) {
        return (String) Objects.requireNonNull(members.get(member), member);
    }

    /** The day of all requests. */
    LocalDate day() {
        return day;
    }

    /** The stated quotas. */
    Set<StatedQuota> quotas() {
        return quotas;
    }

    /** The stated limits of a single use. */
    Set<StatedQuota> each() {
        return each;
    }

    /** The numbers with which rules compare the requested quantity. */
    Set<BigDecimal> quantities() {
        return quantities;
    }

    /** The numbers with which rules compare the requested person-days. */
    Set<BigDecimal> personDays() {
        return personDays;
    }

    /** The stated limits of a group. */
    Set<BigDecimal> groups() {
        return groups;
    }

    /** The spans over which some quota counts. */
    public Set<UsageSpan> spans() {
        return spans;
    }

    /** Whether some quota counts over the service period, and only among other limits some per service year. */
    public boolean lacksYearsOf(UsageLimits others) {
        return spans.contains(UsageSpan.CONTRACT)
                && !spans.contains(UsageSpan.SERVICE_YEAR)
                && others.spans.contains(UsageSpan.SERVICE_YEAR);
    }

    /**
     * Whether others count person-days, and not these in the same spans. An answer names an entry without person-days by its index, which depends on
     * the spans in which entries lack them; where the spans are the same, the comparison with these limits tells which do.
     */
    public boolean lacksDaysOf(UsageLimits others) {
        return others.countDays() && !(countDays() && spans.equals(others.spans));
    }

    /** Whether a quota counts person-days. */
    public boolean countDays() {
        return quotas.stream().anyMatch(quota -> !quota.countsUses());
    }

    /** Whether a rule takes a number from the request. */
    public boolean takeNumbers() {
        return takeLimit || takeQuantity || takeLeadTime || takeGroup;
    }

    /** Whether a rule takes a number from the limit of free remote supports. */
    public boolean takeLimit() {
        return takeLimit;
    }

    /** Whether a rule takes a number from the requested quantity. */
    public boolean takeQuantity() {
        return takeQuantity;
    }

    /** Whether a rule takes a lead time from the requested quantity. */
    public boolean takeLeadTime() {
        return takeLeadTime;
    }

    /** Whether a rule takes the limit of a group from the requested quantity. */
    boolean takeGroup() {
        return takeGroup;
    }

    private boolean takes(Class<? extends Outcome> type) {
        return rules.statedFromFacts(type).findAny().isPresent();
    }

    /** The numbers that a limit of the contract is compared with: none, and all that a rule states or tests in its place. */
    Set<BigDecimal> numbersOfLimit() {
        return numbersOfLimit;
    }

    private Set<BigDecimal> limitNumbers() {
        Set<BigDecimal> numbers = new TreeSet<>(rules.numbers(FreeRemoteSupport.class, "limit"));
        if (takeLimit) {
            numbers.add(BigDecimal.ZERO);
            Stream.concat(quotas.stream(), each.stream())
                    .flatMap(limit -> Stream.ofNullable(limit.most()))
                    .forEach(numbers::add);
            rules.stated(Charge.class).forEach(charge -> {
                numbers.add(charge.from());
                Stream.ofNullable(charge.to()).forEach(numbers::add);
            });
            rules.stated(ChargeShare.class).forEach(share -> numbers.addAll(List.of(share.from(), share.to())));
        }
        return numbers;
    }

    /** The numbers that a requested quantity is compared with, apart from the remainder of a limit. */
    Set<BigDecimal> numbersOfQuantity() {
        return numbersOfQuantity;
    }

    private Set<BigDecimal> quantityNumbers() {
        Set<BigDecimal> numbers = new TreeSet<>(quantities);
        if (takeLeadTime) {
            numbers.addAll(leads);
        }
        if (takeGroup) {
            numbers.addAll(groups);
        }
        return numbers;
    }

    /** The numbers that the days to the requested start are compared with. */
    Set<BigDecimal> numbersOfStart() {
        return numbersOfStart;
    }

    /** The ids of a span and of the next shorter one that a quota counts, if there is one: usage in the first that is not in the second. */
    public List<String> apart(UsageSpan span) {
        UsageSpan shorter = spans.lower(span);
        return shorter == null ? List.of(span.id()) : List.of(span.id(), shorter.id());
    }
}
