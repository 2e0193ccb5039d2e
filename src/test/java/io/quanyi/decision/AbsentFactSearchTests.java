package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.ResolvedRequest;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search for the facts that an answer depends on: that it finds what the plain definition finds, and how many drafts it makes. */
class AbsentFactSearchTests {

    private static final ProgrammeRelease BARE = Trial.of();

    private static final Asked SUPPORT = Asked.about("support", "exclusive");

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

    private DraftBudget budget = DraftBudget.ofDecision();

    @Tag("slow")
    @Test
    void itFindsWhatThePlainDefinitionFinds() {
        Random random = new Random(20261128);
        int searched = 0;
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            List<Finding> stated = findings(random);
            Asked asked = question(random);
            ResolvedRequest question = asked.check(BARE);
            Set<String> plain;
            try {
                plain = new PlainAbsentFactSearch(question, all(question, stated)).pointers();
            } catch (ConflictingTerms e) {
                continue;
            }
            AbsentFactSearch search = search(asked, stated);

            assertThat(search.pointers()).as("%s by %s", asked, stated).isEqualTo(plain);
            assertThat(budget.made()).as("%s by %s", asked, stated).isLessThanOrEqualTo((int)
                    search.size().drafts());
            searched++;
            found += plain.isEmpty() ? 0 : 1;
        }
        assertThat(searched).isGreaterThan(1_500);
        assertThat(found).isBetween(500, searched - 250);
    }

    @Test
    void contractTermsWithSeveritiesAreTriedOncePerEffect() {
        Asked asked = SUPPORT.with("/subscription/contract", "{ terms: " + terms() + " }");
        List<Finding> stated = List.of(said(0, new Channel("im"), 0));

        AbsentFactSearch search = search(asked, stated);

        assertThat(search.pointers()).isEmpty();
        assertThat(budget.made()).isEqualTo(1);
        assertThat(new PlainAbsentFactSearch(asked.check(BARE), all(asked.check(BARE), stated)).pointers())
                .isEmpty();
    }

    @Test
    void severitiesThatMatterAreStillAskedForBesideManyTermsThatDoNot() {
        Asked asked = SUPPORT.with(
                "/subscription/contract",
                "{ terms: " + terms(term("P1", "respond-within, target: { amount: 4, unit: hour }")) + " }");

        AbsentFactSearch search = search(asked, List.of(said(0, new Channel("im"), 0)));

        assertThat(search.pointers()).containsExactly("/question/severity");
        assertThat(budget.made()).isEqualTo(2);
    }

    /** One effect by the plan, and one by a purchase. */
    @Test
    void familiesThatAreGrantedOneByOneAreTwoEffects() {
        List<Finding> families = IntStream.range(0, 1_000)
                .mapToObj(i -> resting(said(i, new Granted(), Finding.PROGRAMME), "/subscription/product"))
                .toList();

        AbsentFactSearch search = search(SUPPORT, families);

        assertThat(search.pointers()).containsExactly("/subscription/product");
        assertThat(budget.made()).isEqualTo(4);
    }

    @Test
    void usageIsSummedOncePerUnitAndSpan() {
        String entries = IntStream.range(0, 500)
                .mapToObj(i -> "{ service: support, date: 2026-03-01 }")
                .toList()
                .toString();
        Asked asked = SUPPORT.with("/subscription/usage", entries);
        List<Finding> stated = new ArrayList<>(List.of(said(0, new Granted(), 0)));
        for (int i = 0; i < 12; i++) {
            stated.add(resting(
                    said(i, new Quota(i, i % 2 == 0 ? "time" : "person-day", "contract"), 0), "/subscription/product"));
        }

        Set<String> pointers = search(asked, stated).pointers();

        assertThat(pointers).hasSize(501).contains("/subscription/product", "/subscription/usage/499/personDays");
    }

    /** 60 quotas that nothing tells apart from each other, and 300 limits that are not seen beside them. */
    @Test
    void beyondItsBudgetEveryAbsentFactIsAskedFor() {
        List<Finding> stated =
                new ArrayList<>(List.of(said(0, new Granted(), 0), said(1, new Quota(9, "time", "contract"), 0)));
        for (int i = 0; i < 60; i++) {
            stated.add(resting(said(i, new Quota(100 + i, "time", "contract"), 1), "/subscription/product"));
        }
        for (int i = 0; i < 300; i++) {
            stated.add(resting(said(i, new GroupLimit(100 + i), 0), "/subscription/deployment"));
        }

        AbsentFactSearch search = search(SUPPORT, stated);

        assertThat(search.size().drafts()).isGreaterThan(SearchSize.MOST_DRAFTS);
        assertThat(search.pointers()).containsExactly("/subscription/deployment", "/subscription/product");
        assertThat(budget.made()).isEqualTo(SearchSize.MOST_DRAFTS);
        assertThat(search(SUPPORT, stated.subList(0, 50)).pointers()).isEmpty();
    }

    private AbsentFactSearch search(Asked asked, List<Finding> stated) {
        budget = DraftBudget.ofDecision();
        return asked.question(Trial.stating(stated)).evaluation().search(budget);
    }

    private static List<Finding> all(ResolvedRequest question, List<Finding> stated) {
        List<Finding> all = new ArrayList<>(stated);
        all.addAll(ContractFindings.of(question));
        return all;
    }

    private static Finding said(int rule, Outcome outcome, int distance) {
        RuleInfo info = new RuleInfo(
                "R-" + rule, TranslatedText.only("Rule"), List.of(), List.of(), rule % 5 == 4, Position.NOWHERE);
        return new Finding(info, outcome, distance, null);
    }

    private static Finding resting(Finding finding, String pointer) {
        return new Finding(
                finding.rule(), finding.outcome(), finding.distance(), new AbsentFact(pointer, Meaning.UNKNOWN, ""));
    }

    /** Few effects, so that several findings share one, or many. */
    private static List<Finding> findings(Random random) {
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

    private static Asked question(Random random) {
        Asked asked = random.nextBoolean() ? SUPPORT : SUPPORT.without("/subscription/usage");
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

    /** Terms of which none but the given ones depends on a severity that matters. */
    private static String terms(String... mattering) {
        List<String> terms = new ArrayList<>(List.of(term("", "grant"), term("", "quota, limit: 100000, unit: time")));
        List.of("P1", "P2").forEach(severity -> terms.add(term(severity, "grant")));
        terms.addAll(List.of(mattering));
        while (terms.size() < 200) {
            terms.add(term("", "channel, channel: im"));
        }
        return terms.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String term(String severity, String effect) {
        return "{ service: support, "
                + (severity.isEmpty() ? "" : "severity: " + severity + ", ")
                + "effect: " + effect + " }";
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
