package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Catalogue.Product;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Domain;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that hardly go together are answered with a warning; those that cannot are refused. */
class DoubtfulFactsTests {

    private static final ProgrammeRelease YONSUITE = ShippedReleases.of("yonsuite-premier-success");
    private static final Asked MOMENT = Asked.about("critical-moment-support", "premier");

    @ParameterizedTest
    @CsvSource({"2026-12-31, false", "2027-01-01, true"})
    void aStartAfterTheEndOfTheServiceIsWarnedAbout(String start, boolean warned) {
        Decision decision = MOMENT.with("/question/requestedStart", start).decide(YONSUITE);

        assertThat(decision.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(decision.warnings()
                        .contains(new Warning("start-after-end", "/question/requestedStart", "2026-12-31")))
                .isEqualTo(warned);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, true, true", "2026-06-01, true, false", "2026-05-31, false, false"})
    void aRenewedServiceThatEndedIsWarnedAbout(String end, String renewed, boolean warned) {
        Decision decision = MOMENT.with("/question/service", "hotline")
                .with("/subscription/serviceEnd", end)
                .with("/subscription/serviceRenewed", renewed)
                .decide(YONSUITE);

        assertThat(decision.warnings().contains(new Warning("renewed-but-ended", "/subscription/serviceEnd", end)))
                .isEqualTo(warned);
    }

    @ParameterizedTest
    @CsvSource({
        "hotline, en, language-not-offered, zh-CN",
        "hotline, zh, ,",
        "hotline, ZH-Hant-TW, ,",
        "community, en, without-effect, en",
    })
    void aLanguageThatTheServiceHasNotIsWarnedAbout(String service, String wanted, String code, String value) {
        Decision decision = Asked.about(service, "premier")
                .with("/question/language", wanted)
                .decide(YONSUITE);

        assertThat(decision.outcome()).isEqualTo(Result.ENTITLED);
        assertThat(decision.warnings())
                .filteredOn(warning -> "/question/language".equals(warning.pointer()))
                .isEqualTo(code == null ? List.of() : List.of(new Warning(code, "/question/language", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yonsuite", "YonSuite", "YON SUITE", "Yon·Suite", "YS", "用友YonSuite", "U8", "用友・Ｕ８", "T+"})
    void aProductOfASiblingIsToldInAnySpelling(String written) {
        Asked asked = Asked.about("online-ticket", "premium").with("/subscription/product", '"' + written + '"');

        assertThatThrownBy(() -> asked.decide(Trial.PREMIUM))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.code()).isEqualTo("product-of-sibling")));
    }

    @ParameterizedTest
    @MethodSource("io.quanyi.decision.ShippedReleases#all")
    void everyProductOfEverySiblingIsToldByEachOfItsNames(ProgrammeRelease release) {
        Catalogue catalogue = release.catalogue();
        Asked asked = Asked.about(
                catalogue.services().keySet().iterator().next(),
                catalogue.plans().get(0).id());
        List<Product> siblings = ShippedReleases.all().stream()
                .flatMap(sibling -> sibling.catalogue().products().stream())
                .filter(product ->
                        !Objects.requireNonNull(catalogue.ids(Domain.PRODUCT)).contains(product.id()))
                .toList();

        assertThat(siblings).isNotEmpty();
        assertThat(siblings.stream().flatMap(DoubtfulFactsTests::names))
                .allSatisfy(name -> assertThat(asked.with("/subscription/product", '"' + name + '"')
                                .faults(release))
                        .containsExactly("product-of-sibling at /subscription/product"));
        assertThat(catalogue.products().stream().flatMap(DoubtfulFactsTests::names))
                .allSatisfy(name -> assertThat(asked.with("/subscription/product", '"' + name + '"')
                                .check(release)
                                .product())
                        .isNotNull());
    }

    private static Stream<String> names(Product product) {
        return Stream.of(Stream.of(product.id()), product.names().byTag().values().stream(), product.aliases().stream())
                .flatMap(names -> names);
    }

    @Test
    void traditionalCharactersNameTheSameProduct() {
        for (String written : new String[] {"金蝶雲星空", "金蝶雲・星空", "金蝶KIS專業版", "金蝶 KIS 標準版", "KIS 商貿版", "KIS 旗艦版"}) {
            assertThat(Trial.PREMIUM.catalogue().product(written)).as(written).isNotNull();
        }
    }
}
