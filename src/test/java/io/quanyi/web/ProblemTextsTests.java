package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTests {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyProblemOfHttpHasItsTexts(Language language) {
        assertThat(StatusProblems.CODES.values()).allSatisfy(code -> {
            assertThat(Texts.has(language, "problem." + code + ".title")).isTrue();
            assertThat(Texts.has(language, "problem." + code + ".detail")).isTrue();
        });
    }

    /** A request with an unknown id is answered with the code of its first fault. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme",
                "release",
                "service",
                "plan",
                "product",
                "deployment",
                "region",
                "served-by",
                "phase",
                "delivery",
                "submitted-by",
                "severity",
                "topic",
                "activity",
                "channel",
                "window",
                "currency"
            })
    void everyUnknownIdHasAProblemOfItsOwn(String kind) {
        for (Language language : Language.values()) {
            assertThat(Texts.has(language, "fault.unknown-" + kind)).isTrue();
            assertThat(Texts.has(language, "problem.unknown-" + kind + ".title"))
                    .isTrue();
        }
    }
}
