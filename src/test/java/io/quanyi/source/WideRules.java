package io.quanyi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tiny programme with a draft, policy 2 and catalogue 2026-02-01, whose rules distinguish very many requests. */
public final class WideRules {

    /** The version of the draft's rules. */
    public static final String POLICY = "2";

    /** The version of the draft's catalogue. */
    public static final String CATALOGUE = "2026-02-01";

    private static final String FOLDER = "tiny/policy/" + POLICY + "/";
    private static final int TOO_MANY = 32;
    private static final int MANY = 24;

    private static final String FACTS = """
                subscription:
                  plan: low
                  product: thing
                  deployment: public-cloud
                  usageRegion: CN
                  servedBy: headquarters
                  serviceStart: 2026-02-01
                  serviceEnd: 2027-01-31
                  serviceRenewed: true
                  contract: { amount: 100, currency: %s }
                  firstPurchase: { serviceStart: 2026-02-01, serviceEnd: 2027-01-31 }
                  environmentReady: true
                  remoteAccessAuthorised: true
                question:
                  service: wide
                  at: 2026-11-20T16:00:00+08:00
                  channel: phone
                  severity: P1
                  delivery: remote
                  quantity: 2
                  personDays: 2
                  requestedStart: 2026-12-20
                  requester: { certified: true, submittedBy: user }
            """;

    private static final String RULE = """
            package tiny.wide

            import io.quanyi.facts.*

            rule "A wide help comes with everything"
                @zh("宽泛的帮助包含全部内容")
                @id(T-WI-01) @clause("一 帮助")
            when
                Question(service == "wide", channel == "phone", severity == "P1", delivery == "remote", quantity > 1, personDays > 1, leadDays > 3)
                Plan(id == "low")
                Product(id == "thing")
                Deployment(value == "public-cloud")
                Place(region == "CN")
                Branch(servedBy == "headquarters")
                Period(state == "within", year == 1, renewed == true)
                FirstTerm(year == 1, over == false)
                Amount(value > 10, currency == "CNY")
                Environment(ready == true, remoteAccess == true)
                Requester(certified == true, submittedBy == "user")
            then
                insert(new Granted());
            end
            """;

    private static final String DENIED = "Denied(\"out-of-scope\")";
    private static final String OTHER = "other";

    private WideRules() {}

    /** One rule with conditions on twenty fields: one outcome, and tens of millions of combinations. */
    public static TinyRules ofOneRule(TinyRules rules) {
        return draft(rules, List.of("thing"), List.of("phone"), List.of("topic"))
                .with(FOLDER + "wide.drl", RULE)
                .with(
                        FOLDER + "wide.cases.yaml",
                        "cases:\n  - name: everything is there\n" + FACTS.formatted("CNY")
                                + "    expect: { outcome: ENTITLED }\n    fires: [T-WI-01]\n"
                                + "  - name: the contract is in another currency\n" + FACTS.formatted("USD")
                                + "    expect: { outcome: NOT_ENTITLED }\n    silent: [T-WI-01]\n");
    }

    /** Many rules with one condition each, with more thresholds, products, channels and topics than are compared. */
    public static TinyRules ofManyRules(TinyRules rules) {
        return ofManyRules(rules, TOO_MANY);
    }

    /** The same with fewer values, which are all compared in a long time. */
    public static TinyRules ofLongWork(TinyRules rules) {
        return ofManyRules(rules, MANY);
    }

    private static TinyRules ofManyRules(TinyRules rules, int each) {
        List<String> products = numbered("thing-", "thing", each);
        List<String> channels = numbered("phone-", "phone", each);
        List<String> topics = numbered("topic-", "topic", each);
        List<String> ids = new ArrayList<>();
        StringBuilder text = new StringBuilder("package tiny.wide\n\nimport io.quanyi.facts.*\n");
        text.append(rule("T-WI-00", "", "Plan(id == \"low\")", "Granted()"));
        for (int i = 0; i < each; i++) {
            text.append(rule("T-WA-" + i, "", "Amount(value >= %d)".formatted(i + 1), DENIED));
            text.append(rule("T-WP-" + i, "", "Product(id in (%s))".formatted(from(products, i)), DENIED));
            text.append(rule("T-WT-" + i, ", topic in (%s)".formatted(from(topics, i)), "", DENIED));
            text.append(rule("T-WC-" + i, ", channel in (%s)".formatted(from(channels, i)), "", DENIED));
            ids.addAll(List.of("T-WA-" + i, "T-WP-" + i, "T-WT-" + i, "T-WC-" + i));
        }
        String all = String.join(", ", ids);
        String cases = """
                cases:
                  - name: everything stands against it
                    subscription: { plan: low, product: %s, contract: { amount: 100 } }
                    question: { service: wide, channel: %s, topic: %s, at: 2026-11-20T16:00:00+08:00 }
                    expect: { outcome: NOT_ENTITLED }
                    fires: [T-WI-00, %s]
                  - name: no fact stands against it
                    subscription: { plan: low, product: other, contract: { amount: 0.5 } }
                    question: { service: wide, channel: other, topic: other, at: 2026-11-20T16:00:00+08:00 }
                    expect: { outcome: ENTITLED }
                    fires: [T-WI-00]
                    silent: [%s]
                  - name: other help is not wide
                    subscription: { plan: low }
                    question: { service: help, at: 2026-11-20T16:00:00+08:00 }
                    expect: { outcome: ENTITLED }
                    silent: [T-WI-00]
                """.formatted(last(products), last(channels), last(topics), all, all);
        return draft(rules, products, channels, topics)
                .with(FOLDER + "wide.drl", text.toString())
                .with(FOLDER + "wide.cases.yaml", cases);
    }

    private static TinyRules draft(TinyRules rules, List<String> products, List<String> channels, List<String> topics) {
        TinyRules copy = rules;
        for (String file : List.of("clauses.yaml", "help.drl", "plans.drl", "help.cases.yaml")) {
            copy = copy.copy("tiny/policy/1/" + file, FOLDER + file);
        }
        String catalogue = "tiny/catalogue/" + CATALOGUE + ".yaml";
        return copy.copy("tiny/catalogue/2026-01-01.yaml", catalogue)
                .change(
                        catalogue,
                        "[{ id: thing, names: { zh-CN: 东西, en: Thing } }]",
                        named(products) + "\nseverities: " + named(List.of("P1", "P2")) + "\ntopics: " + named(topics))
                .change(catalogue, "[{ id: phone, names: { zh-CN: 电话, en: Phone } }]", named(channels))
                .change(
                        catalogue,
                        "services:",
                        "services:\n  - { id: wide, kind: plan, names: { zh-CN: 宽泛, en: Wide } }");
    }

    private static String named(List<String> ids) {
        return Stream.concat(ids.stream(), ids.contains("P1") ? Stream.of() : Stream.of(OTHER))
                .map(id -> "{ id: %s, names: { zh-CN: 名%s, en: Name %s } }".formatted(id, id, id))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<String> numbered(String prefix, String last, int each) {
        return IntStream.range(0, each)
                .mapToObj(i -> i == each - 1 ? last : prefix + i)
                .toList();
    }

    private static String from(List<String> ids, int first) {
        return ids.subList(first, ids.size()).stream().map(id -> '"' + id + '"').collect(Collectors.joining(", "));
    }

    private static String last(List<String> ids) {
        return ids.get(ids.size() - 1);
    }

    private static String rule(String id, String constraint, String line, String outcome) {
        return """

                rule "Rule %s"
                    @zh("规则 %s")
                    @id(%s) @clause("一 帮助")
                when
                    Question(service == "wide"%s)
                    %s
                then
                    insert(new %s);
                end
                """.formatted(id, id, id, constraint, line, outcome);
    }
}
