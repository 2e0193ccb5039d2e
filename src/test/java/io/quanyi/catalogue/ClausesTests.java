package io.quanyi.catalogue;

import static io.quanyi.source.Written.file;
import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClausesTests {

    private static final String GOOD = """
            clauses:
              - { number: 二.1(1), item: 7*24问题反馈, quote: 问题反馈, gloss: Feedback, decides: true }
              - { number: 二.1(1), quote: 目录, gloss: The list, decides: true }
              - number: 前言
                quote: 感谢
                gloss: Thanks
                decides: false
                reason: { zh-CN: 客套话, en: A courtesy }
            """;

    @Test
    void aClauseIsCitedByItsNumberAndItsItem() {
        Clauses clauses = read(GOOD);
        assertThat(clauses.all()).extracting(Clause::reference).containsExactly("二.1(1) 7*24问题反馈", "二.1(1)", "前言");
        assertThat(Objects.requireNonNull(clauses.clause("二.1(1)")).gloss()).isEqualTo("The list");
        assertThat(clauses.clause("二.1")).isNull();
    }

    @Test
    void twoClausesOfOneNumberAndItemAreAFault() {
        assertThat(faults(GOOD.replace("item: 7*24问题反馈, ", ""))).containsExactly("3:5  duplicate-id [二.1(1)]");
    }

    @Test
    void aClauseThatDecidesNothingSaysWhy() {
        assertThat(faults(GOOD.replace("    reason: { zh-CN: 客套话, en: A courtesy }\n", "")))
                .containsExactly("4:5 /clauses/2 clause-reason []");
    }

    @Test
    void aClauseThatDecidesHasNoReasonNotTo() {
        assertThat(faults(GOOD.replace("decides: false", "decides: true")))
                .singleElement()
                .asString()
                .contains("clause-reason");
    }

    @Test
    void aClauseThatTheCatalogueStatesNamesTheEntriesInPlaceOfAReason() {
        String stated =
                GOOD.replace("reason: { zh-CN: 客套话, en: A courtesy }", "catalogue: [windows/desk, channels/hotline]");
        Clause clause = Objects.requireNonNull(read(stated).clause("前言"));
        assertThat(clause.entries())
                .containsExactly(new CatalogueEntry("windows", "desk"), new CatalogueEntry("channels", "hotline"));
        assertThat(faults(stated.replace("decides: false", "decides: true")))
                .containsExactly("4:5 /clauses/2 clause-reason []");
        assertThat(faults(stated + "    reason: { zh-CN: 客套话, en: A courtesy }\n"))
                .containsExactly("4:5 /clauses/2 clause-reason []");
        assertThat(faults(stated.replace("[windows/desk, channels/hotline]", "[]")))
                .containsExactly("4:5 /clauses/2 clause-reason []");
        assertThat(faults(stated.replace("windows/desk", "desk")))
                .singleElement()
                .asString()
                .contains("/clauses/2/catalogue/0");
    }

    @Test
    void everythingIsSaidOfAClause() {
        assertThat(faults("clauses: [{ decides: maybe }]"))
                .containsExactly(
                        "1:11 /clauses/0/gloss member-missing [gloss]",
                        "1:11 /clauses/0/number member-missing [number]",
                        "1:11 /clauses/0/quote member-missing [quote]",
                        "1:22 /clauses/0/decides not-a-boolean [maybe]");
    }

    private static Clauses read(String text) {
        Faults faults = new Faults();
        Clauses clauses = Clauses.read(file("c.yaml", text), EnumSet.allOf(Language.class), true, faults);
        assertThat(lines(faults)).isEmpty();
        return Objects.requireNonNull(clauses);
    }

    private static List<String> faults(String text) {
        Faults faults = new Faults();
        Clauses.read(file("c.yaml", text), EnumSet.allOf(Language.class), true, faults);
        return lines(faults);
    }
}
