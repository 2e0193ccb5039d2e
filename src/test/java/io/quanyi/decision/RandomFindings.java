package io.quanyi.decision;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Condition;
import io.quanyi.facts.DeliveredBy;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Denied;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.FulfilledBy;
import io.quanyi.facts.Granted;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Hours;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Payable;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Response;
import io.quanyi.facts.Seat;
import io.quanyi.facts.Undetermined;
import io.quanyi.servicetime.Target;
import io.quanyi.source.Position;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random findings and questions for the search for absent facts. */
final class RandomFindings {

    private static final List<Outcome> OUTCOMES = List.of(
            new Granted(),
            new Granted(),
            new Denied("out-of-scope"),
            new Denied("region-not-covered"),
            new Denied("requester-not-certified"),
            new Payable("available-at-fee"),
            new Payable("needs-purchase"),
            new Undetermined("refer-to-contract"),
            new Quota(0, "time", "service-year"),
            new Quota(1, "time", "service-year"),
            new Quota(5, "time", "contract"),
            new Quota(5, "person-day", "contract"),
            new EachLimit(2, "person-day"),
            new EachLimit(9, "person-day"),
            new GroupLimit(5),
            new LeadTime(3),
            new LeadTime(40),
            new Response(Target.hours(4)),
            new Response(Target.workingDays(2)),
            new Response(Target.workingDays(2), "5x8"),
            new FulfilledBy("human-contact"),
            new Hours("7x12"),
            new Seat("dedicated"),
            new Channel("im"),
            new Channel("phone"),
            new Delivery("remote"),
            new DeliveredBy("partner"),
            new Condition("by-agreement"),
            new Charge(2, "CNY", "year", false),
            new ChargeShare(0.1, 0.2, "contract-amount", "year", false));

    private static final List<Outcome> DENIALS =
            OUTCOMES.stream().filter(Denied.class::isInstance).toList();

    private static final List<Integer> DISTANCES = List.of(0, 1, 2, Finding.PROGRAMME);

    private static final List<String> POINTERS = List.of(
            "/subscription/product",
            "/question/severity",
            "/subscription/deployment",
            "/subscription/projectPhase",
            "/subscription/contract/amount");

    private RandomFindings() {}

    /** Few effects, so that several findings share one, or many. */
    static List<Finding> findings(Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 2 + random.nextInt(8); i > 0; i--) {
            outcomes.add(one(random, OUTCOMES));
        }
        List<Finding> findings = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            Finding finding = said(i, one(random, outcomes), one(random, DISTANCES));
            findings.add(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> finding;
                        case 2 -> presumed(random, finding);
                        default -> resting(finding, one(random, POINTERS));
                    });
        }
        return findings;
    }

    private static Finding presumed(Random random, Finding finding) {
        boolean assumed = random.nextBoolean();
        return new Finding(
                finding.rule(),
                assumed ? one(random, DENIALS) : finding.outcome(),
                finding.distance(),
                assumed
                        ? new AbsentFact("/subscription/usageRegion", Meaning.ASSUMED, "assumed-region-covered")
                        : new AbsentFact("/question/topic", Meaning.NOT_ASKED, ""));
    }

    static Asked question(Random random) {
        Asked asked = random.nextBoolean()
                ? AbsentFactSearchTests.SUPPORT
                : AbsentFactSearchTests.SUPPORT.without("/subscription/usage");
        asked = random.nextInt(3) == 0 ? asked.with("/question/personDays", "3") : asked;
        asked = random.nextInt(3) == 0 ? asked.with("/question/channel", "im") : asked;
        asked = random.nextInt(4) == 0 ? asked.without("/subscription/serviceStart") : asked;
        asked = random.nextBoolean() ? asked.with("/question/requestedStart", "2026-06-20") : asked;
        return random.nextInt(3) == 0 ? asked.with("/subscription/contract", "{ terms: " + few(random) + " }") : asked;
    }

    /** Terms of a contract for some severities, without contradictions. */
    private static List<String> few(Random random) {
        Set<String> terms = new TreeSet<>();
        for (String severity : List.of("P1", "P2")) {
            for (String effect : List.of(
                    "grant",
                    "respond-within, target: { amount: 4, unit: hour }",
                    "resolve-within, target: { amount: 8, unit: working-hour }, window: 7x12")) {
                if (random.nextInt(4) == 0) {
                    terms.add(term(severity, effect));
                }
            }
        }
        for (String effect : List.of(
                "quota, limit: 2, unit: time",
                "window, window: 7x12",
                "channel, channel: phone",
                "charge, from: 2, currency: CNY, per: year")) {
            if (random.nextInt(4) == 0) {
                terms.add(term("", effect));
            }
        }
        return List.copyOf(terms);
    }

    static Finding said(int rule, Outcome outcome, int distance) {
        RuleInfo info = new RuleInfo(
                "R-" + rule, TranslatedText.only("Rule"), List.of(), List.of(), rule % 5 == 4, Position.NOWHERE);
        return new Finding(info, outcome, distance, null);
    }

    static Finding resting(Finding finding, String pointer) {
        return new Finding(
                finding.rule(), finding.outcome(), finding.distance(), new AbsentFact(pointer, Meaning.UNKNOWN, ""));
    }

    static String term(String severity, String effect) {
        return "{ service: support, "
                + (severity.isEmpty() ? "" : "severity: " + severity + ", ")
                + "effect: " + effect + " }";
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
