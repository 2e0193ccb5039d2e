package io.quanyi.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small programmes made at random from a seed, and changed copies of them. */
public final class RandomProgramme {

    /** Conditions on facts that every question has once; a rule takes at most one condition of each group. */
    private static final List<List<String>> SINGLE = List.of(
            List.of(
                    "Plan(id == 'basic')",
                    "Plan(id == 'preferred')",
                    "Plan(id == 'exclusive')",
                    "Plan(id in ('basic', 'exclusive'))"),
            List.of(
                    "Product(id == 'alpha')",
                    "Product(id != 'lone')",
                    "Product(family == 'greek')",
                    "Product(family not in ('greek'), id != 'beta')"),
            List.of("Deployment(value == 'on-premise')", "Deployment(value != 'public-cloud')"),
            List.of("Place(region in ('CN', 'HK'))", "Place(region != 'CN')"),
            List.of("Branch(servedBy == 'partner')", "Branch(servedBy not in ('branch', 'headquarters'))"),
            List.of(
                    "Period(state == 'after')",
                    "Period(state != 'within')",
                    "Period(year > 1)",
                    "Period(year <= 2, renewed == true)",
                    "Period(renewed == false)"),
            List.of(
                    "FirstTerm(year > 1)",
                    "FirstTerm(over == true)",
                    "FirstTerm(year == 1, over == false)",
                    "FirstTerm(year != 2)"),
            List.of(
                    "Amount(value < 5000, currency == 'CNY')",
                    "Amount(value >= 5000)",
                    "Amount(currency != 'CNY')",
                    "Amount(value == 10000)"),
            List.of("Requester(certified == false)", "Requester(submittedBy != 'user')"),
            List.of("Environment(ready == false)", "Environment(remoteAccess == true)"),
            List.of("Phase(value == 'operation')"),
            List.of(
                    "Day(of == 'purchase', value < 2018-09-17)",
                    "Day(of == 'signing', value >= 2018-09-17, value != 2020-01-01)"),
            List.of("Measure(id == 'subscriptions', value > 250)", "Measure(id == 'cores', value in (2, 2.5))"),
            List.of("Measure(id == 'tier', value == 'gold')", "Measure(id == 'tier', value not in ('gold', 'silver'))"),
            List.of("Measure(id == 'audited', value >= 2018-09-17)", "Measure(id == 'audited', value != 2020-01-01)"),
            List.of("Measure(id == 'hosted', value == true)", "Measure(id == 'hosted', value != true)"));

    private static final List<String> ASKED = List.of(
            "channel == 'phone'",
            "channel not in ('im', 'ticket')",
            "topic == 'data'",
            "topic != 'application'",
            "severity == 'P1'",
            "severity != 'P2'",
            "activity == 'add-members'",
            "activity not in ('answering')",
            "delivery == 'on-site'",
            "quantity > 2",
            "quantity <= 4",
            "personDays > 1.5",
            "leadDays < 7",
            "leadDays >= 0");

    private static final List<String> LISTED = List.of(
            "not Opening(service == 'support')",
            "exists Opening(service == 'support')",
            "exists Purchase(service == 'support')",
            "not ContractTerm(service == 'support', effect in ('grant', 'charge'))",
            "ContractTerm(service == 'support', effect == 'respond-within')",
            "exists ContractTerm(service == 'support', effect != 'exclude')",
            "exists FreeRemoteSupport(limit > 2)");

    private static final List<String> SAYS = List.of(
            "new Granted()",
            "new Granted()",
            "new Granted()",
            "new Denied('product-not-open')",
            "new Denied('outside-service-period')",
            "new Denied('region-not-covered')",
            "new Undetermined('refer-to-contract')",
            "new Payable('needs-purchase')",
            "new Payable('available-at-fee')",
            "new Hours('5x8')",
            "new Hours('7x12')",
            "new Response(workingHours(2))",
            "new Response(workingDays(1), '5x8')",
            "new Response(hours(4))",
            "new Resolution(workingHours(8), '7x12')",
            "new Quota(2, 'time', 'service-year')",
            "new Quota(3, 'time', 'contract')",
            "new Quota(2.5, 'person-day', 'service-year')",
            "new EachLimit(2, 'person-day')",
            "new GroupLimit(3)",
            "new LeadTime(14)",
            "new Channel('phone')",
            "new Channel('im')",
            "new Delivery('remote')",
            "new Delivery('on-site')",
            "new DeliveredBy('partner')",
            "new Condition('by-agreement')",
            "new Charge(5, 'CNY', 'incident', false)",
            "new Charge(6, 'CNY', 'incident', false)",
            "new Seat('dedicated')");

    /** Outcomes that take a number from the contract. */
    private static final List<String> TAKEN = List.of(
            "new Quota($some, 'time', 'service-year')",
            "new Quota($some, 'person-day', 'contract')",
            "new EachLimit($some, 'person-day')",
            "new Charge($some, $some, 'CNY', 'incident', false)");

    private final Random random;

    public RandomProgramme(Random random) {
        this.random = random;
    }

    /** A programme with one to ten rules. */
    public SmallProgramme first() {
        List<String> rules = new ArrayList<>();
        rules.add(SmallProgramme.rule("S-0", "Question(service == 'support') " + one(SINGLE.get(0)), "new Granted()"));
        for (int i = 1 + random.nextInt(9); i > 0; i--) {
            rules.add(rule("S-" + i));
        }
        return new SmallProgramme(SmallProgramme.CATALOGUE, rules);
    }

    /** A copy with one or two changes. */
    public SmallProgramme other(SmallProgramme first) {
        SmallProgramme other = change(first);
        return random.nextBoolean() ? other : change(other);
    }

    private SmallProgramme change(SmallProgramme from) {
        List<String> rules = new ArrayList<>(from.rules());
        switch (random.nextInt(5)) {
            case 0 -> rules.remove(random.nextInt(rules.size()));
            case 1 -> rules.add(rule("N-" + random.nextInt(1_000_000)));
            case 2, 3 -> rules.set(random.nextInt(rules.size()), rule("C-" + random.nextInt(1_000_000)));
            default -> {
                return new SmallProgramme(catalogue(from.catalogue()), rules);
            }
        }
        return new SmallProgramme(from.catalogue(), rules);
    }

    private String catalogue(String catalogue) {
        if (!catalogue.equals(SmallProgramme.CATALOGUE)) {
            return catalogue;
        }
        return switch (random.nextInt(8)) {
            case 0 -> catalogue.replace("product: alpha }", "product: lone }");
            case 1 -> catalogue.replace("products: [omega]", "products: []");
            case 2 ->
                catalogue.replace(
                        "deployments:",
                        "  - { id: gamma, family: greek, names: { zh-CN: 伽马, en: Gamma } }\ndeployments:");
            case 3 -> catalogue.replace("aliases: [First]", "aliases: [Lonely]");
            case 4 -> catalogue.replace("channels: [fax]", "channels: [telex]");
            case 5 -> catalogue.replace("activities: [dancing]", "activities: [dancing, singing]");
            case 6 -> catalogue.replace("family: greek, names: { zh-CN: 贝塔", "family: roman, names: { zh-CN: 贝塔");
            default ->
                catalogue.replace(
                        "names: { zh-CN: 支持, en: Support }", "names: { zh-CN: 支持, en: Support }\n    severity: P1");
        };
    }

    private String rule(String id) {
        StringBuilder when = new StringBuilder("Question(service == 'support'");
        for (int i = random.nextInt(3) - 1; i > 0; i--) {
            when.append(", ").append(one(ASKED));
        }
        when.append(")");
        List<Integer> groups = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int group = random.nextInt(3) == 0 ? 0 : random.nextInt(SINGLE.size());
            if (!groups.contains(group)) {
                groups.add(group);
                when.append("\n    ").append(one(SINGLE.get(group)));
            }
        }
        if (random.nextInt(4) == 0) {
            when.append("\n    ").append(one(LISTED));
        }
        if (random.nextInt(12) == 0) {
            return SmallProgramme.rule(id, when + "\n    FreeRemoteSupport($some : limit)", one(TAKEN));
        }
        return SmallProgramme.rule(id, when.toString(), one(SAYS));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
