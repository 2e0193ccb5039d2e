package io.quanyi.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanyi.text.Language;
import org.junit.jupiter.api.Test;

/** Checks the bounds on requests at one time, in all and for each caller. */
class CallerLimitTests {

    private final CallerLimit limit = new CallerLimit(3, 2);

    @Test
    void aCallerMayHaveItsOwnAndNoMore() {
        limit.enter("a");
        limit.enter("a");
        assertThatExceptionOfType(RequestShed.class)
                .isThrownBy(() -> limit.enter("a"))
                .satisfies(shed ->
                        assertThat(shed.problem(Language.ENGLISH).status()).isEqualTo(429));
        limit.enter("b");
    }

    @Test
    void allTogetherMayHaveSoManyAndNoMore() {
        limit.enter("a");
        limit.enter("a");
        assertThat(limit.isFull()).isFalse();
        limit.enter("b");
        assertThat(limit.isFull()).isTrue();
        assertThatExceptionOfType(RequestShed.class)
                .isThrownBy(() -> limit.enter("c"))
                .satisfies(shed ->
                        assertThat(shed.problem(Language.ENGLISH).status()).isEqualTo(503));
    }

    @Test
    void aCallerIsKnownWhileItHasAny() {
        assertThat(limit.has("a")).isFalse();
        limit.enter("a");
        limit.enter("a");
        limit.leave("a");
        assertThat(limit.has("a")).isTrue();
        assertThat(limit.has("b")).isFalse();
        limit.leave("a");
        assertThat(limit.has("a")).isFalse();
    }

    @Test
    void whatWasRefusedIsNotCounted() {
        for (int i = 0; i < 10; i++) {
            limit.enter("a");
            limit.enter("a");
            assertThatExceptionOfType(RequestShed.class).isThrownBy(() -> limit.enter("a"));
            limit.leave("a");
            limit.leave("a");
        }
    }

    @Test
    void anAddressOfIpv6StandsForItsNetwork() {
        assertThat(RequestAdmission.caller("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(RequestAdmission.caller("2001:db8:1:2:9:9:9:9"));
        assertThat(RequestAdmission.caller("2001:db8:1:3:3:4:5:6"))
                .isNotEqualTo(RequestAdmission.caller("2001:db8:1:2:3:4:5:6"));
        assertThat(RequestAdmission.caller("10.0.0.1")).isEqualTo("10.0.0.1");
    }
}
