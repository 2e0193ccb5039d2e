package io.quanyi.console.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.console.ask.NamedEntries.Candidate;
import io.quanyi.console.ask.NamedEntries.UnclearWord;
import io.quanyi.decision.answer.CatalogueNames;
import io.quanyi.facts.Domain;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that name families of products, whose names a catalogue declares. */
class NamedEntriesTests {

    private static final Catalogue CATALOGUE = catalogue("""
            products:
              - { id: sky-one, family: sky, names: { zh-CN: 星空一号, en: Sky One } }
              - { id: sky-two, family: sky, names: { zh-CN: 星空二号, en: Sky Two } }
              - { id: solo, family: lone, names: { zh-CN: 独奏, en: Solo } }
              - { id: plain, names: { zh-CN: 平常, en: Plain } }
            families:
              - { id: sky, names: { zh-CN: 云端系列, en: Clouds } }
              - { id: lone, names: { zh-CN: 孤品, en: Hermits Solo } }
            deployments: [public-cloud]
            plans: [{ id: low, names: { zh-CN: 低, en: Low } }]
            windows: []
            channels: []
            severities: [{ id: S1, names: { zh-CN: 帮不上, en: Help Desperate } }]
            services: [{ id: help, kind: plan, names: { zh-CN: 帮助, en: Help } }]
            """);

    @ParameterizedTest
    @CsvSource({"孤品, solo", "gp, solo", "hermits, solo", "lone, solo", "Solo, solo", "Sky One, sky-one", "星空一号, sky-one"
    })
    void aFamilyOfOneProductNamesThatProduct(String words, String product) {
        NamedEntries found = NamedEntries.of(words, CATALOGUE, Language.ENGLISH);
        assertThat(found.unclear()).isEmpty();
        assertThat(found.found()).containsEntry("subscription.product", product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"云端系列", "ydxl", "Clouds", "clo", "端系"})
    void theProductsOfALargerFamilyAreListed(String words) {
        NamedEntries named = NamedEntries.of(words, CATALOGUE, Language.ENGLISH);
        assertThat(named.unclear())
                .containsExactly(new UnclearWord(
                        words,
                        List.of(
                                new Candidate("subscription.product", "sky-one", "Sky One"),
                                new Candidate("subscription.product", "sky-two", "Sky Two"))));
    }

    @ParameterizedTest
    @CsvSource({"s1, S1", "bbs, S1", "desperate, S1", "Help Desperate, S1"})
    void aSeverityIsFoundWhereNothingElseIsNamed(String words, String severity) {
        NamedEntries found = NamedEntries.of(words, CATALOGUE, Language.ENGLISH);
        assertThat(found.unclear()).isEmpty();
        assertThat(found.found()).containsExactly(Map.entry("question.severity", severity));
        assertThat(NamedEntries.of("help", CATALOGUE, Language.ENGLISH).found())
                .containsExactly(Map.entry("question.service", "help"));
    }

    @Test
    void textsNameAFamilyAsTheCatalogueDoes() {
        assertThat(new CatalogueNames(CATALOGUE, Language.CHINESE).name(Domain.FAMILY, "sky"))
                .isEqualTo("云端系列");
        assertThat(new CatalogueNames(CATALOGUE, Language.ENGLISH).name(Domain.FAMILY, "plain"))
                .isEqualTo("Plain");
    }

    private static Catalogue catalogue(String text) {
        Faults faults = new Faults();
        SourceFile file = new SourceFile("catalogue.yaml", text.getBytes(StandardCharsets.UTF_8));
        Catalogue catalogue = CatalogueReader.read(file, "2026-01-01", faults);
        faults.throwIfAny();
        return Objects.requireNonNull(catalogue);
    }
}
