package io.quanyi.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class AcceptHeaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;q=0",
                "*/*;q=0",
                "*/*;q=0.0",
                "*/*;Q=0.000",
                "application/json;charset=gbk",
                "*/*;charset=us-ascii",
                "text/plain;charset=us-ascii, application/json;q=0",
                "-",
                "application/json;q=2",
                "application/json;q=x",
                "application/json;charset=nosuch"
            })
    void nothingIsLeft(String accepted) {
        assertThat(AcceptHeader.of(List.of(accepted))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json;q=0, */* | application/json | false",
                "*/*, application/json;q=0 | application/json | false",
                "application/*;q=0, */*;q=0.5 | application/json | false",
                "application/*;q=0, application/json;q=0.1 | application/json | true",
                "application/*;q=0, */*;q=0.5 | text/plain | true",
                "text/plain;q=0, */* | application/json | true",
                "text/plain;q=0, */* | text/plain | false",
                "text/plain;q=0, */* | application/x-ndjson | true",
                "*/*;q=0, application/json | application/json | true",
                "*/*;q=0, application/json | text/plain | false",
                "application/json;charset=utf-8 | application/json | true",
                "application/json;charset=gbk, application/json;q=0.1 | application/json | true",
                "application/json;charset=gbk;q=0, */* | application/json | true",
                "*/* | application/json | true"
            })
    void theRangeThatNamesATypeMostCloselyCounts(String accepted, String type, boolean isAccepted) {
        List<MediaType> left = MediaType.parseMediaTypes(AcceptHeader.of(List.of(accepted.split(", ", -1))));
        assertThat(left.stream().anyMatch(range -> range.includes(MediaType.valueOf(type))))
                .isEqualTo(isAccepted);
        assertThat(left).allMatch(range -> range.getQualityValue() > 0 && range.getCharset() == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void anEmptyHeaderAcceptsAnything(String accepted) {
        assertThat(AcceptHeader.of(List.of(accepted))).isEqualTo("*/*");
    }
}
