package io.quanyi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WireFormatTests {

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new WireFormat()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T16:00:00+08:00",
                "2026-11-20T16:00:07+08:00",
                "2026-11-20T00:00:00Z",
                "2026-11-20T16:30:00-03:30",
                "2026-11-20T16:30:59+08:05:43",
                "2026-11-20T16:30:59.5+08:00",
                "2026-11-20T16:30:00.000000001+08:00",
                "1900-01-01T00:00:00+00:00",
                "+12026-11-20T16:00:00+08:00",
                "-0001-11-20T16:00:00Z"
            })
    void anInstantHasSecondsAndItsOffset(String written) {
        OffsetDateTime instant = OffsetDateTime.parse(written);
        String expected = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant);
        assertThat(mapper.writeValueAsString(instant)).isEqualTo('"' + expected + '"');
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "1E+3, 1000", "1.50, 1.5", "-0.10, -0.1", "0.0000001, 0.0000001", "0.00, 0"})
    void aDecimalHasPlainDigitsAlsoInATree(BigDecimal number, String written) {
        assertThat(mapper.writeValueAsString(number)).isEqualTo(written);
        JsonNode tree = mapper.valueToTree(number);
        assertThat(tree.decimalValue().toPlainString()).isEqualTo(written);
        assertThat(tree.decimalValue().scale()).isNotNegative();
    }
}
