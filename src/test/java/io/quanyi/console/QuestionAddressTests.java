package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.request.RequestBuilder;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of addresses of questions. */
class QuestionAddressTests {

    @ParameterizedTest
    @CsvSource({"2, 2", "0.50, 0.5", "100000, 100000", "0.01, 0.01"})
    void anAddressHasDecimalsInPlainDigits(BigDecimal personDays, String written) {
        var request = RequestBuilder.of("p", "low", "help", OffsetDateTime.parse("2026-12-01T02:00:00Z"))
                .personDays(personDays)
                .usage(List.of())
                .request();
        assertThat(QuestionAddress.of(request, ZoneId.of("Asia/Shanghai"), Map.of()))
                .startsWith("/console/p/ask?")
                .contains("question.personDays=" + written)
                .contains("question.at=2026-12-01T10:00", "subscription.usage=none", "subscription.plan=low");
    }
}
