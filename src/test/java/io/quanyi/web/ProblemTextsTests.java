package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTests {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyProblemOfHttpHasItsTexts(Language language) {
        assertThat(Problems.CODES.values()).allSatisfy(code -> {
            assertThat(Texts.has(language, "problem." + code + ".title")).isTrue();
            assertThat(Texts.has(language, "problem." + code + ".detail")).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeOfAnErrorHasItsText(Language language) {
        assertThat(new ClosedLists(new DocumentTexts()).of("ProblemError.code"))
                .allSatisfy(code -> assertThat(Texts.has(language, "fault." + code))
                        .as(code)
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyUnknownIdHasAProblemOfItsOwn(Language language) {
        List<String> unknown = new ClosedLists(new DocumentTexts())
                .of("ProblemError.code").stream()
                        .filter(code -> code.startsWith("unknown-") && !code.equals("unknown-member"))
                        .toList();
        assertThat(unknown)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(Texts.has(language, "problem." + code + ".title"))
                        .as(code)
                        .isTrue());
    }
}
