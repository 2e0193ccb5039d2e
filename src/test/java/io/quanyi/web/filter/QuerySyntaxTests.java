package io.quanyi.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=b", "a=", "a=b&", "&", "a==", "a=%E6%9D%83", "a=%2B+%00", "a=b?c=d"})
    void aQueryOfNamedEncodedParametersHolds(String query) {
        assertThat(QuerySyntax.holds(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%2",
                "a=%",
                "a=%z0",
                "a=%0z",
                "a=%ff",
                "a=%c0%ae",
                "a=%ed%a0%80",
                "=b",
                "a=b&=c",
                "a=\u00e9"
            })
    void anythingElseDoesNot(String query) {
        assertThat(QuerySyntax.holds(query)).isFalse();
    }

    @Test
    void noQueryHolds() {
        assertThat(QuerySyntax.holds(null)).isTrue();
    }
}
