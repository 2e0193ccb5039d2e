package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogues with more in them than a programme has. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LargeCatalogueTests {

    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";
    private static final String PRODUCT = "{ id: thing, names: { zh-CN: 东西, en: Thing } }";
    private static final String CHANNEL = "{ id: phone, names: { zh-CN: 电话, en: Phone } }";
    private static final String PLAN = "      - { id: low, names: { zh-CN: 低, en: Low } }\n".stripLeading();
    private static final String SERVICE = "- { id: help, kind: plan, names: { zh-CN: 帮助, en: Help } }";

    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({"50, 0", "51, 1"})
    void aProductHasSoManyAliasesAtMost(int aliases, int refused) {
        String many =
                IntStream.range(0, aliases).mapToObj(i -> "thing " + i).collect(Collectors.joining(", ", "[", "]"));
        release(PRODUCT, PRODUCT.replace(" } }", " }, aliases: " + many + " }"));
        assertThat(faults.sorted()).hasSize(refused).allSatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("too-many");
            assertThat(fault.position().file()).isEqualTo(CATALOGUE);
            assertThat(fault.message(Language.ENGLISH)).contains("51", "50");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "·", "/", " ・ ", "‧ /"})
    void anAliasHasALetterOrADigit(String alias) {
        release(PRODUCT, PRODUCT.replace(" } }", " }, aliases: [\"" + alias + "\"] }"));
        assertThat(faults.sorted()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("product-name-empty");
            assertThat(fault.position().file()).isEqualTo(CATALOGUE);
            assertThat(fault.message(Language.ENGLISH)).contains('"' + alias + '"');
        });
    }

    @ParameterizedTest
    @CsvSource({"500, 0", "501, 1"})
    void thereAreSoManyChannelsAtMost(int channels, int refused) {
        release(CHANNEL, CHANNEL + numbered(channels - 1, ", { id: way-%d, names: { zh-CN: 路%d, en: Way %d } }"));
        assertThat(faults.sorted()).extracting(Fault::code).hasSize(refused).allMatch("too-many"::equals);
    }

    @Test
    void moreQuestionsThanAreAskedAreNamedAndNoneIsAsked() {
        SourceTree tree = TinyRules.draft()
                .change(CATALOGUE, PRODUCT, PRODUCT + numbered(101, ", { id: p-%d, names: { zh-CN: 物%d, en: P %d } }"))
                .change(CATALOGUE, PLAN, PLAN + numbered(47, "  - { id: plan-%d, names: { zh-CN: 计%d, en: Q %d } }\n"))
                .change(
                        CATALOGUE,
                        SERVICE,
                        SERVICE + numbered(200, "\n  - { id: s-%d, kind: plan, names: { zh-CN: 服%d, en: S %d } }"))
                .tree();
        ProgrammeRelease release = Objects.requireNonNull(release(tree));
        Faults notCompared = new Faults();
        int asked = CatalogueTrial.run(release, RulesTree.SOME_INSTANT, Cancellation.never(), faults, notCompared);
        assertThat(asked).isZero();
        assertThat(faults.sorted()).isEmpty();
        assertThat(notCompared.sorted()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("too-many-questions");
            assertThat(fault.message(Language.ENGLISH)).contains("1000000", "--accept-uncompared");
        });
    }

    private void release(String text, String other) {
        release(TinyRules.draft().change(CATALOGUE, text, other).tree());
    }

    private @Nullable ProgrammeRelease release(SourceTree tree) {
        return RulesTree.draft(tree, RulesTree.id(tree, "tiny", 1, "1", "2026-01-01", "2026-01-01"), faults);
    }

    private static String numbered(int count, String form) {
        return IntStream.range(0, count).mapToObj(i -> form.formatted(i, i, i)).collect(Collectors.joining());
    }
}
