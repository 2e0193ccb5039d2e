package io.quanyi.decision;

import static io.quanyi.decision.RandomFindings.resting;
import static io.quanyi.decision.RandomFindings.said;
import static io.quanyi.decision.RandomFindings.term;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Granted;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search for the facts that an answer depends on: that it finds what the plain definition finds, and how many tentative decisions it makes. */
class AbsentFactSearchTests {

    private static final ProgrammeRelease BARE = Trial.of();

    static final Asked SUPPORT = Asked.about("support", "exclusive");

    private SearchBudget budget = SearchBudget.ofDecision();

    @Tag("slow")
    @Test
    void itFindsWhatThePlainDefinitionFinds() {
        Random random = new Random(20261128);
        int searched = 0;
        int found = 0;
        for (int i = 0; i < 3_000; i++) {
            List<Finding> stated = RandomFindings.findings(random);
            Asked asked = RandomFindings.question(random);
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
                    search.size().decisions());
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

        assertThat(search.size().decisions()).isGreaterThan(SearchSize.MAX_TENTATIVE);
        assertThat(search.pointers()).containsExactly("/subscription/deployment", "/subscription/product");
        assertThat(budget.made()).isEqualTo(SearchSize.MAX_TENTATIVE);
        assertThat(search(SUPPORT, stated.subList(0, 50)).pointers()).isEmpty();
    }

    private AbsentFactSearch search(Asked asked, List<Finding> stated) {
        budget = SearchBudget.ofDecision();
        return asked.question(Trial.stating(stated)).evaluation().search(budget);
    }

    private static List<Finding> all(ResolvedRequest question, List<Finding> stated) {
        List<Finding> all = new ArrayList<>(stated);
        all.addAll(ContractFindings.of(question));
        return all;
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
}
