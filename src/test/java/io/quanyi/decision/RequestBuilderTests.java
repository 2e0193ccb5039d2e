package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests that are built from others differ by what is set, and by nothing else. */
class RequestBuilderTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-01T10:00+08:00");

    @Test
    void aRequestWithoutChangesIsEqualToItsOrigin() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            DecisionRequest request = AskedAtRandom.next(random).request();

            assertThat(RequestBuilder.from(request).request()).isEqualTo(request);
        }
    }

    @Test
    void aSetterChangesItsMemberOnly() {
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            DecisionRequest request = AskedAtRandom.next(random).request();
            DecisionRequest changed = RequestBuilder.from(request)
                    .channel("fax")
                    .plan("other")
                    .amount(BigDecimal.TEN)
                    .certified(true)
                    .request();

            assertThat(changed.question().channel()).isEqualTo("fax");
            assertThat(changed.subscription().plan()).isEqualTo("other");
            assertThat(changed.question().requester()).isNotNull();
            assertThat(RequestBuilder.from(changed)
                            .channel(request.question().channel())
                            .plan(request.subscription().plan())
                            .amount(
                                    request.subscription().contract() == null
                                            ? null
                                            : request.subscription().contract().amount())
                            .requester(request.question().requester())
                            .request())
                    .isEqualTo(request);
        }
    }

    @Test
    void aBuiltRequestHasTheMembersThatAreSet() {
        DecisionRequest request = RequestBuilder.of("trial", "basic", "support", AT)
                .currency("CNY")
                .currency(null)
                .submittedBy(null)
                .request();

        assertThat(request.question()).isEqualTo(AskedQuestion.about("support", AT));
        assertThat(request.subscription().plan()).isEqualTo("basic");
        assertThat(request.subscription().contract()).isNull();
    }
}
