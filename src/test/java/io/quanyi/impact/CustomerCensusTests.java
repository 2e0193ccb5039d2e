package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.ImpactTests.ShippedEdit;
import io.quanyi.impact.census.CustomerCensus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counts customers with limits of their own and with usage of several service years. */
@Tag("slow")
class CustomerCensusTests {

    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");
    private static final String PREMIUM = "kingdee-premium-success";

    @Test
    void aLimitOfTheContractIsALimitAndNoNumberThatNobodyStated() {
        Impact impact = ImpactTests.FREE_TIMES.impact();
        ImpactSentence lost = ImpactTests.sentences(impact).stream()
                .filter(sentence -> sentence.change().after().toString().contains("outcome PAYABLE"))
                .findFirst()
                .orElseThrow();
        assertThat(lost.change().before()).asString().contains("quota freeRemoteSupportLimit time contract");
        assertThat(lost.conditions())
                .anySatisfy(
                        condition -> assertThat(condition.among())
                                .anySatisfy(
                                        label -> assertThat(label)
                                                .hasToString(
                                                        "use limit above 3 exhausted 3 time contract enough freeRemoteSupportLimit time contract")));
        CustomerCensus census = new CustomerCensus(impact);
        census.add(ofBasicYonyou(7, 3));
        assertThat(census.customers(shared(impact, lost))).isEqualTo(1);
        CustomerCensus few = new CustomerCensus(impact);
        few.add(ofBasicYonyou(3, 3));
        assertThat(few.touched()).isZero();
        for (int limit : new int[] {7, 1_000, 99_000}) {
            for (int used : new int[] {0, 3, limit - 1}) {
                everyQuestionIsCounted(impact, limit, used);
            }
        }
    }

    /** Each sentence that covers a question of a customer is counted for the customer. */
    private static void everyQuestionIsCounted(Impact impact, int limit, int used) {
        ServiceImpact service = impact.services().get(0);
        Subscription customer = ofBasicYonyou(limit, used);
        BitSet counted = Objects.requireNonNull(service.customers().sentencesFor(customer));
        for (int quantity : new int[] {1, 2, 3, 4, limit - used, limit - used + 1, limit, limit + 1}) {
            DecisionRequest request = new DecisionRequest(
                    "yonyou-aftersales-sla",
                    null,
                    null,
                    customer,
                    RequestBuilder.of(
                                    "yonyou-aftersales-sla",
                                    "basic",
                                    "remote-support",
                                    AT.atOffset(ZoneOffset.ofHours(8)))
                            .quantity(quantity)
                            .request()
                            .question());
            BitSet covering = service.requests().sentencesFor(request, AT);
            covering.andNot(counted);
            assertThat(covering.isEmpty())
                    .as("%s times of %s, used %s", quantity, limit, used)
                    .isTrue();
        }
    }

    @Test
    void aCensusTellsTheSpansOfUsageApart() {
        ShippedEdit span = new ShippedEdit(
                PREMIUM,
                PREMIUM + "/policy/2025.1/health-check.drl",
                "new Quota(1, \"time\", \"service-year\")",
                "new Quota(1, \"time\", \"contract\")");
        Impact impact = span.impact();
        assertThat(losing(impact, LocalDate.of(2025, 3, 1))).isPositive();
        assertThat(losing(impact, LocalDate.of(2026, 3, 1))).isZero();
    }

    /** How many sentences that change the outcome apply to a customer in the second service year with one health check. */
    private static long losing(Impact impact, LocalDate used) {
        CustomerCensus census = new CustomerCensus(impact);
        census.add(RequestBuilder.of(PREMIUM, "premium", "health-check", AT.atOffset(ZoneOffset.ofHours(8)))
                .serviceStart(LocalDate.of(2025, 1, 1))
                .serviceEnd(LocalDate.of(2027, 12, 31))
                .usage(List.of(new Usage("health-check", used, 1, null)))
                .request()
                .subscription());
        assertThat(census.unplaced()).isZero();
        return impact.sharedSentences().stream()
                .filter(sentence -> sentence.first().change().changesOutcome())
                .mapToLong(census::customers)
                .sum();
    }

    private static SharedSentence shared(Impact impact, ImpactSentence sentence) {
        return impact.sharedSentences().stream()
                .filter(shared -> shared.sentences().contains(sentence))
                .findFirst()
                .orElseThrow();
    }

    private static Subscription ofBasicYonyou(int limit, int used) {
        return RequestBuilder.of("yonyou-aftersales-sla", "basic", "remote-support", AT.atOffset(ZoneOffset.ofHours(8)))
                .serviceStart(LocalDate.of(2026, 1, 1))
                .serviceEnd(LocalDate.of(2026, 12, 31))
                .freeRemoteSupportLimit(limit)
                .usage(List.of(new Usage("remote-support", LocalDate.of(2026, 2, 1), used, null)))
                .request()
                .subscription();
    }
}
