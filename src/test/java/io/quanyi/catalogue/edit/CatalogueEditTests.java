package io.quanyi.catalogue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Catalogue.Opening;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.checks.ReleaseComparison;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.servicetime.Session;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.BilingualText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each change of a shipped catalogue is read as exactly that change, and leaves all other lines alone. */
class CatalogueEditTests {

    private static final BilingualText OTHER = new BilingualText(Map.of("zh-CN", "新名称（旗舰版）", "en", "Other: a, b"));

    static Stream<SourceFile> shipped() {
        return SourceTree.ofFolder(Path.of("rules")).under("").stream()
                .filter(file -> file.path().contains("/catalogue/"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void anOpeningIsAddedAndTakenBack(SourceFile file) {
        Catalogue before = catalogue(file);
        for (Catalogue.Service service : before.services().values()) {
            Opening opening = new Opening(service.id(), before.products().get(0).id());
            SourceFile opened = CatalogueEdit.of(file).open(opening).file();
            assertThat(difference(file, opened))
                    .isEqualTo("ADDED opening " + opening.service() + " " + opening.product());
            assertThat(CatalogueEdit.of(opened).open(opening).file()).isSameAs(opened);
            assertThat(addedLines(file, opened))
                    .containsOnlyOnce("  - { service: " + opening.service() + ", product: " + opening.product() + " }");
            Opening second = new Opening(service.id(), "other");
            SourceFile two = CatalogueEdit.of(opened).open(second).file();
            assertThat(text(CatalogueEdit.of(two).close(second).file())).isEqualTo(text(opened));
            assertThat(text(CatalogueEdit.of(opened).close(opening).file())).isEqualTo(text(file));
            assertThat(CatalogueEdit.of(file).close(opening).file()).isSameAs(file);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aProductGetsAnAliasAndLosesIt(SourceFile file) {
        for (Catalogue.Product product : catalogue(file).products()) {
            List<String> aliases = new ArrayList<>(product.aliases());
            aliases.add("别名, 新");
            SourceFile named = CatalogueEdit.of(file)
                    .product(new Catalogue.Product(product.id(), product.family(), product.names(), aliases))
                    .file();
            assertThat(difference(file, named)).isEqualTo("CHANGED product " + product.id() + " [aliases]");
            assertThat(addedLines(file, named)).hasSize(1);
            assertThat(text(CatalogueEdit.of(named).product(product).file())).isEqualTo(text(file));
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aProductIsAddedInTheLayoutOfTheOthers(SourceFile file) {
        SourceFile longer = CatalogueEdit.of(file)
                .product(new Catalogue.Product("new-product", "family", OTHER, List.of("N 1")))
                .file();
        assertThat(difference(file, longer)).isEqualTo("ADDED product new-product");
        assertThat(addedLines(file, longer))
                .containsExactly(
                        "  - id: new-product",
                        "    family: family",
                        "    names: { zh-CN: 新名称（旗舰版）, en: \"Other: a, b\" }",
                        "    aliases: [N 1]");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void familiesNamesAndContactsChangeAndChangeBack(SourceFile file) {
        Catalogue before = catalogue(file);
        for (Catalogue.Product product : before.products()) {
            SourceFile moved = CatalogueEdit.of(file)
                    .product(new Catalogue.Product(product.id(), "other", product.names(), product.aliases()))
                    .file();
            assertThat(difference(file, moved)).isEqualTo("CHANGED product " + product.id() + " [family]");
            assertThat(text(CatalogueEdit.of(moved).product(product).file())).isEqualTo(text(file));
        }
        for (Catalogue.Plan plan : before.plans()) {
            SourceFile renamed =
                    CatalogueEdit.of(file).names("plans", plan.id(), OTHER).file();
            assertThat(difference(file, renamed)).isEqualTo("CHANGED plan " + plan.id() + " [names]");
            assertThat(text(CatalogueEdit.of(renamed)
                            .names("plans", plan.id(), plan.names())
                            .file()))
                    .isEqualTo(text(file));
        }
        for (Catalogue.Channel channel : before.channels().values()) {
            SourceFile called = CatalogueEdit.of(file)
                    .channel(new Catalogue.Channel(channel.id(), channel.names(), "400-1", channel.window()))
                    .file();
            assertThat(difference(file, called)).isEqualTo("CHANGED channel " + channel.id() + " [contact]");
            assertThat(text(CatalogueEdit.of(called).channel(channel).file())).isEqualTo(text(file));
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void hoursChangeAndChangeBack(SourceFile file) {
        catalogue(file).windows().forEach((id, hours) -> {
            if (hours.window() != null) {
                Map<DayOfWeek, List<Session>> week = hours.window().week();
                Map<DayOfWeek, List<Session>> longer = new EnumMap<>(week);
                longer.put(DayOfWeek.SUNDAY, List.of(Session.parse("10:00-24:00")));
                SourceFile changed = CatalogueEdit.of(file).hours(id, longer).file();
                assertThat(difference(file, changed)).isEqualTo("CHANGED window " + id + " [window]");
                assertThat(addedLines(file, changed))
                        .hasSize(1)
                        .first()
                        .asString()
                        .contains("sunday: [10:00-24:00]");
                assertThat(text(CatalogueEdit.of(changed).hours(id, week).file()))
                        .isEqualTo(text(file));
            }
        });
    }

    private static String difference(SourceFile before, SourceFile after) {
        List<ReleaseDifference> all = ReleaseComparison.between(catalogue(before), catalogue(after));
        assertThat(all).hasSize(1);
        ReleaseDifference one = all.get(0);
        String members = one.members().isEmpty() ? "" : " " + one.members();
        return one.change() + " " + one.kind() + " " + one.id() + members;
    }

    private static List<String> addedLines(SourceFile before, SourceFile after) {
        List<String> lines = new ArrayList<>(text(after).lines().toList());
        text(before).lines().forEach(lines::remove);
        return lines;
    }

    private static Catalogue catalogue(SourceFile file) {
        Faults faults = new Faults();
        return Objects.requireNonNull(
                CatalogueReader.read(file, "1", faults), () -> faults.sorted().toString());
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
