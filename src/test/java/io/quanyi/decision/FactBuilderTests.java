package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Branch;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Deployment;
import io.quanyi.facts.Environment;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.Opening;
import io.quanyi.facts.Period;
import io.quanyi.facts.Phase;
import io.quanyi.facts.Place;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Product;
import io.quanyi.facts.Purchase;
import io.quanyi.facts.Question;
import io.quanyi.facts.Requester;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the facts that rules read, by the members of a request. Days are days in Beijing. */
class FactBuilderTests {

    private static final ProgrammeRelease TRIAL = Trial.of();

    private static final Asked BARE = Asked.of(
                    "{ programme: trial, subscription: { plan: basic }, question: { service: support } }")
            .at("2026-06-01T10:00+08:00");

    @Test
    void whatIsNotSaidIsUnknownAndTheQuantityIsOne() {
        QuestionFacts facts = facts(BARE);

        assertThat(facts.question()).isEqualTo(new Question("support", null, null, null, null, null, 1, null, null));
        assertThat(facts.plan()).isEqualTo(new Plan("basic"));
        assertThat(facts.product()).isEqualTo(new Product(null, null));
        assertThat(facts.deployment()).isEqualTo(new Deployment(null));
        assertThat(facts.place()).isEqualTo(new Place(null));
        assertThat(facts.branch()).isEqualTo(new Branch(null));
        assertThat(facts.period()).isEqualTo(new Period(null, null, null));
        assertThat(facts.firstTerm()).isEqualTo(new FirstTerm(null, null));
        assertThat(facts.amount()).isEqualTo(new Amount(null, null));
        assertThat(facts.requester()).isEqualTo(new Requester(null, null));
        assertThat(facts.environment()).isEqualTo(new Environment(null, null));
        assertThat(facts.phase()).isEqualTo(new Phase(null));
        assertThat(facts.listed()).isEmpty();
    }

    @Test
    void whatIsSaidIsHandedOn() {
        QuestionFacts facts = facts(BARE.with("/question", """
                        { service: support, at: "2026-06-01T10:00+08:00", channel: im, topic: data, severity: P2,
                          activity: building, delivery: remote, quantity: 3, personDays: 1.50, requestedStart: 2026-06-15,
                          requester: { certified: false, submittedBy: partner } }
                        """)
                .with("/subscription/contract", "{ amount: 4999.99, currency: CNY }")
                .with("/subscription/usageRegion", "HK")
                .with("/subscription/servedBy", "branch")
                .with("/subscription/projectPhase", "operation")
                .with("/subscription/deployment", "on-premise")
                .with("/subscription/serviceRenewed", "true")
                .with("/subscription/environmentReady", "true")
                .with("/subscription/remoteAccessAuthorised", "false"));

        assertThat(facts.question())
                .isEqualTo(new Question(
                        "support", "im", "data", "P2", "building", "remote", 3, new BigDecimal("1.50"), 14));
        assertThat(facts.amount()).isEqualTo(new Amount(new BigDecimal("4999.99"), "CNY"));
        assertThat(facts.place()).isEqualTo(new Place("HK"));
        assertThat(facts.branch()).isEqualTo(new Branch("branch"));
        assertThat(facts.phase()).isEqualTo(new Phase("operation"));
        assertThat(facts.deployment()).isEqualTo(new Deployment("on-premise"));
        assertThat(facts.period()).isEqualTo(new Period(null, null, true));
        assertThat(facts.environment()).isEqualTo(new Environment(true, false));
        assertThat(facts.requester()).isEqualTo(new Requester(false, "partner"));
    }

    @ParameterizedTest(name = "from {0} to {1}, at {2}: {3}, year {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-01, 2027-02-28, 2026-02-28T23:59:59+08:00, before, 0",
                "2026-03-01, 2027-02-28, 2026-03-01T00:00+08:00, within, 1",
                "2026-03-01, 2027-02-28, 2027-02-28T23:59:59+08:00, within, 1",
                "2026-03-01, 2027-02-28, 2027-03-01T00:00+08:00, after, 2",
                "2026-03-01, 2028-02-29, 2027-03-01T00:00+08:00, within, 2",
                "2026-03-01, 2026-03-01, 2026-03-01T12:00+08:00, within, 1",
                "2026-03-01, -, 2026-02-28T12:00+08:00, before, 0",
                "2026-03-01, -, 2026-03-01T12:00+08:00, -, 1",
                "-, 2027-02-28, 2027-02-28T12:00+08:00, -, -",
                "-, 2027-02-28, 2027-03-01T12:00+08:00, after, -",
                "-, -, 2027-03-01T12:00+08:00, -, -",
            })
    void theServicePeriodRunsFromItsFirstDayToTheEndOfItsLast(
            String start, String end, String at, String state, Integer year) {
        Asked asked = BARE.at(at);
        asked = start == null ? asked : asked.with("/subscription/serviceStart", start);
        asked = end == null ? asked : asked.with("/subscription/serviceEnd", end);

        assertThat(facts(asked).period()).isEqualTo(new Period(state, year, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:59:59+08:00, within",
        "2026-12-31T15:59:59Z, within",
        "2026-12-31T05:59:59-10:00, within",
        "2027-01-01T05:59:59+14:00, within",
        "2027-01-01T00:00+08:00, after",
        "2026-12-31T16:00Z, after",
        "2026-12-31T06:00-10:00, after",
        "2027-01-01T06:00+14:00, after",
    })
    void theLastDayEndsAtMidnightOfTheProgrammesZoneWhateverTheOffset(String at, String state) {
        Asked asked = BARE.with("/subscription/serviceStart", "2026-01-01")
                .with("/subscription/serviceEnd", "2026-12-31")
                .at(at);

        assertThat(facts(asked).period().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00+08:00, 14",
        "2026-11-20T23:59:59+08:00, 14",
        "2026-11-19T16:00Z, 14",
        "2026-11-20T15:59:59Z, 14",
        "2026-11-20T16:00Z, 13",
        "2026-11-20T05:59-10:00, 14",
        "2026-11-20T06:00-10:00, 13",
        "2026-12-04T10:00+08:00, 0",
        "2026-12-05T10:00+08:00, -1",
    })
    void leadDaysAreCalendarDaysOfTheProgrammesZone(String at, int days) {
        assertThat(facts(BARE.with("/question/requestedStart", "2026-12-04").at(at))
                        .question()
                        .leadDays())
                .isEqualTo(days);
    }

    @ParameterizedTest(name = "first term from {0} to {1}, at {2}: year {3}, over {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-03-12, 2026-03-11, 2026-03-11T23:59:59+08:00, 1, false",
                "2025-03-12, 2026-03-11, 2026-03-12T00:00+08:00, 2, true",
                "2025-03-12, 2025-09-11, 2025-09-12T00:00+08:00, 1, true",
                "2025-03-12, 2028-03-11, 2026-03-12T00:00+08:00, 2, false",
                "2024-02-29, 2025-02-28, 2025-02-28T12:00+08:00, 1, false",
                "2024-02-29, 2027-02-28, 2025-03-01T12:00+08:00, 2, false",
                "2025-03-12, -, 2026-03-11T12:00+08:00, 1, -",
                "2026-07-01, 2027-06-30, 2026-06-30T12:00+08:00, -, -",
            })
    void theFirstTermIsCountedFromItsStart(String start, String end, String at, Integer year, Boolean over) {
        Asked asked =
                BARE.with("/subscription/firstPurchase/serviceStart", start).at(at);
        asked = end == null ? asked : asked.with("/subscription/firstPurchase/serviceEnd", end);

        assertThat(facts(asked).firstTerm()).isEqualTo(new FirstTerm(year, over));
    }

    @Test
    void onlyListedFactsOfThisServiceAndProductAreGiven() {
        Asked asked = BARE.with("/subscription/product", "alpha")
                .with("/subscription/specialServices", "[sp-tuning]")
                .with(
                        "/subscription/contract",
                        "{ terms: [{ service: support, effect: grant }, { service: moments, effect: exclude }] }");

        assertThat(facts(asked).listed())
                .contains(new Opening("support"), new ContractTerm("support", "grant"))
                .doesNotContain(new ContractTerm("moments", "exclude"), new Opening("moments"))
                .noneMatch(Purchase.class::isInstance);
        assertThat(facts(asked.with("/subscription/product", "beta")).listed()).noneMatch(Opening.class::isInstance);
        assertThat(facts(asked.without("/subscription/product")).listed()).noneMatch(Opening.class::isInstance);
        assertThat(facts(asked.with("/question/service", "sp-tuning")).listed())
                .containsExactly(new Purchase("sp-tuning"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alpha",
                "ALPHA",
                "ａｌｐｈａ",
                "Alpha·One",
                "alpha•one",
                "Alpha One",
                "ALPHA　ONE",
                "k/1",
                "K1",
                "Ｋ／１",
                "云一号",
                "云·一号",
                "云•一号",
                "云・一号",
                "云‧一号",
                "云･一号",
                "雲·一號",
                " Alpha · One "
            })
    void aProductIsKnownByEveryWayToWriteItsNames(String written) {
        assertThat(facts(BARE.with("/subscription/product", '"' + written + '"'))
                        .product())
                .isEqualTo(new Product("alpha", "greek"));
    }

    @Test
    void aProductWithoutAFamilyIsItsOwn() {
        assertThat(facts(BARE.with("/subscription/product", "lone")).product()).isEqualTo(new Product("lone", "lone"));
    }

    @Test
    void aServiceMayHaveASeverityOfItsOwn() {
        Asked alarm = BARE.with("/question/service", "alarm");

        assertThat(facts(alarm).question().severity()).isEqualTo("P1");
        assertThat(facts(alarm.with("/question/severity", "P2")).question().severity())
                .isEqualTo("P2");
    }

    private static QuestionFacts facts(Asked asked) {
        return FactBuilder.facts(asked.check(TRIAL));
    }
}
