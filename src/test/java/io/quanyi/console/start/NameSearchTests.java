package io.quanyi.console.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the search for a product by the names of its family. */
class NameSearchTests {

    private static final ProgrammeRelease RELEASE = release();

    @ParameterizedTest
    @ValueSource(strings = {"万物系列", "物系", "wwxl", "Everything", "every", "Thing", "东西"})
    void aProductIsFoundByItsNameAndByThatOfItsFamily(String sought) {
        assertThat(found(sought).found().toString()).contains("name=Thing, id=thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verything", "w", "no such family"})
    void aPartOfAWordFindsNothing(String sought) {
        assertThat(found(sought).found().toString()).doesNotContain("id=thing");
    }

    private static NameSearch found(String sought) {
        NameSearch search = new NameSearch(sought, Language.ENGLISH);
        search.add(RELEASE);
        return search;
    }

    private static ProgrammeRelease release() {
        SourceTree tree = TinyRules.sealed()
                .change(
                        "tiny/catalogue/2026-01-01.yaml",
                        "products: [{ id: thing, ",
                        "families: [{ id: all, names: { zh-CN: 万物系列, en: Everything } }]\n"
                                + "products: [{ id: thing, family: all, ")
                .tree();
        Faults faults = new Faults();
        CheckedRelease checked = CheckedRelease.of(
                tree, RulesTree.id(tree, "tiny", 1, "1", "2026-01-01", "2026-01-01"), CheckScope.parts(), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(checked).release();
    }
}
