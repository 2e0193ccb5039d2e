package io.quanyi.impact;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerm.AgreedTarget;
import io.quanyi.decision.request.AskedBy;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import io.quanyi.source.StatedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random requests over all members and values, made without knowledge of the rules. */
public final class RandomRequests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-17T10:00:00+08:00");
    private static final LocalDate DAY = AT.toLocalDate();

    private final Random random;
    private final double presence;

    /**
     * Begins with a seed.
     *
     * @param presence the probability that a member is present
     */
    public RandomRequests(Random random, double presence) {
        this.random = random;
        this.presence = presence;
    }

    public DecisionRequest next() {
        return new DecisionRequest("little", null, null, subscription(), question());
    }

    private Subscription subscription() {
        LocalDate start =
                maybe(() -> DAY.plusDays(random.nextInt(5) == 0 ? random.nextInt(30) : -random.nextInt(1490)));
        return new Subscription(
                null,
                one("basic", "preferred", "exclusive"),
                some("alpha", "beta", "gamma", "lone", "omega", "First", "阿尔法", "lonely", "Alpha", "nothing"),
                some("public-cloud", "private-cloud-subscription", "private-cloud-perpetual", "on-premise"),
                some("CN", "HK", "MO", "TW", "US", "DE", "SG"),
                null,
                some("headquarters", "branch", "overseas-branch", "partner"),
                start,
                maybe(() -> DAY.plusDays(random.nextInt(3) == 0 ? random.nextInt(3) - 1 : random.nextInt(900) - 400)),
                some(true, false),
                maybe(this::day),
                contract(),
                firstPurchase(start),
                some(List.of(), List.of("sp-tuning"), List.of("support")),
                maybe(this::usage),
                some(0, 1, 2, 3, 4, 7),
                some(0, 1, 2, 3, 5),
                some(true, false),
                some(true, false),
                some("implementation", "operation"),
                maybe(() -> Map.of(
                        "subscriptions",
                        StatedValue.of(number("0", "250", "250.0001", "300")),
                        "tier",
                        StatedValue.of(one("gold", "silver")),
                        "hosted",
                        StatedValue.of(random.nextBoolean()))));
    }

    private AskedQuestion question() {
        return new AskedQuestion(
                "support",
                AT,
                null,
                null,
                null,
                null,
                some("phone", "im", "ticket", "fax", "telex"),
                some("application", "data", "requirement"),
                some("P1", "P2", "urgent"),
                some("create-group", "add-members", "answering", "dancing", "singing"),
                some(1, 2, 3, 4, 5, 8),
                maybe(() -> number("0", "0.5", "1", "1.5", "1.51", "2", "2.01", "2.5", "3")),
                some("remote", "online", "on-site"),
                maybe(() -> DAY.plusDays(random.nextInt(24) - 4)),
                null,
                maybe(() -> new AskedBy(some(true, false), some("user", "partner", "staff"))),
                maybe(() -> Map.of(
                        "cores", StatedValue.of(number("1", "2", "2.25", "2.5")), "audited", StatedValue.of(day()))));
    }

    /** A day around those that rules name. */
    private LocalDate day() {
        return LocalDate.of(random.nextBoolean() ? 2018 : 2020, 1, 1).plusDays(random.nextInt(400));
    }

    private @Nullable Contract contract() {
        return maybe(() -> new Contract(
                maybe(this::day),
                maybe(() ->
                        number("0", "4999.9999", "5000", "5000.0", "5000.0001", "9999", "10000", "10001", "123456")),
                some("CNY", "USD", "EUR"),
                random.nextInt(4) == 0 ? terms() : null));
    }

    private List<AgreedTerm> terms() {
        AgreedTerm grant = term("grant");
        AgreedTerm other = term(one("charge", "respond-within", "exclude", "grant"));
        boolean alone = random.nextBoolean()
                || other.effect().equals("exclude")
                || other.effect().equals("grant");
        return alone ? List.of(other) : List.of(grant, other);
    }

    private static AgreedTerm term(String effect) {
        boolean charge = effect.equals("charge");
        return new AgreedTerm(
                "support",
                effect,
                null,
                effect.equals("respond-within") ? new AgreedTarget(new BigDecimal("7.77"), "working-hour") : null,
                null,
                null,
                null,
                null,
                charge ? new BigDecimal("7.77") : null,
                null,
                charge ? "XTS" : null,
                charge ? "incident" : null);
    }

    private @Nullable FirstPurchase firstPurchase(@Nullable LocalDate start) {
        LocalDate latest = start == null ? DAY.plusDays(30) : start;
        return maybe(() -> {
            LocalDate first = latest.minusDays(random.nextInt(random.nextBoolean() ? 60 : 900));
            LocalDate earliest = first.isBefore(DAY) ? DAY.minusDays(1) : first;
            return new FirstPurchase(
                    null, first, maybe(() -> earliest.plusDays(random.nextInt(random.nextBoolean() ? 3 : 500))));
        });
    }

    private List<Usage> usage() {
        List<Usage> usage = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            usage.add(new Usage(
                    random.nextInt(6) == 0 ? "sp-tuning" : "support",
                    DAY.minusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(800)),
                    some(0, 1, 2, 3),
                    number("0", "0.5", "1", "2", "2.5")));
        }
        return usage;
    }

    @SafeVarargs
    private <T> @Nullable T some(T... of) {
        return maybe(() -> of[random.nextInt(of.length)]);
    }

    private BigDecimal number(String... of) {
        return new BigDecimal(one(of));
    }

    private String one(String... of) {
        return Arrays.asList(of).get(random.nextInt(of.length));
    }

    private <T> @Nullable T maybe(java.util.function.Supplier<T> value) {
        return random.nextDouble() < presence ? value.get() : null;
    }
}
