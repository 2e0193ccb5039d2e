package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped documents are Chinese: so are the titles of their rules, and the names and notes of their cases. */
class ShippedTitlesTests {

    private static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

    static Stream<ReleaseId> releases() {
        return RulesTree.candidates(RULES).stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyRuleHasATitleInChineseAndOneInEnglish(ReleaseId id) {
        ProgrammeRelease release = Objects.requireNonNull(RulesTree.draft(RULES, id, new Faults()));
        assertThat(release.policy().rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.title().in(Language.CHINESE))
                    .containsPattern(CHINESE)
                    .doesNotContainPattern(ENGLISH_SENTENCE);
            assertThat(rule.title().in(Language.ENGLISH)).doesNotContainPattern(CHINESE);
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyCaseIsNamedAndNotedInChinese(ReleaseId id) {
        for (CaseFile file : ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(RULES, id), new Faults())) {
            assertThat(file.cases()).isNotEmpty().allSatisfy(asked -> {
                assertThat(asked.name().in(Language.CHINESE))
                        .containsPattern(CHINESE)
                        .doesNotContainPattern(ENGLISH_SENTENCE);
                assertThat(asked.note() == null ? "无" : asked.note())
                        .containsPattern(CHINESE)
                        .doesNotContainPattern(ENGLISH_SENTENCE);
                assertThat(asked.name().translations().values())
                        .allSatisfy(gloss -> assertThat(gloss).doesNotContainPattern(CHINESE));
            });
        }
    }
}
