package io.quanyi.workshop.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.workshop.document.DocumentText.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text of a document becomes clauses that are named as the document names them. */
class DocumentTextTests {

    @Test
    void aLineWithANumberIsAClauseOfThatNumber() {
        assertThat(DocumentText.clauses(
                        "2.1 Support is given by phone and by ticket.\n§ 3 Fees are stated in the order form."))
                .containsExactly(
                        new Found("2.1", null, "Support is given by phone and by ticket.", null),
                        new Found("§ 3", null, "Fees are stated in the order form.", null));
    }

    @Test
    void aHeadingNamesTheClausesBelowIt() {
        assertThat(DocumentText.clauses(
                        "## Response times\n- Severity 1: 1 hour\n- by phone only.\n3 Scope\nBugs are covered."))
                .containsExactly(
                        new Found("Response times", "Severity 1", "1 hour", null),
                        new Found("Response times", "(2)", "by phone only.", null),
                        new Found("3 Scope", "(1)", "Bugs are covered.", null));
    }

    @Test
    void aRowIsNamedByItsFirstCell() {
        assertThat(DocumentText.clauses("# Plans\n| Phone | Gold only |\n| --- | --- |\nChat\tSilver\tGold"))
                .containsExactly(
                        new Found("Plans", "Phone", "Gold only", null),
                        new Found("Plans", "Chat", "Silver | Gold", null));
    }

    @Test
    void chineseNumbersAndColonsAreRead() {
        assertThat(DocumentText.clauses("二、服务内容\n问题反馈：1个工作日内响应。\n（1）紧急故障2小时内响应。\n第三条 本文件解释权归供应商。"))
                .containsExactly(
                        new Found("二 服务内容", "问题反馈", "1个工作日内响应。", null),
                        new Found("二 服务内容", "（1）", "紧急故障2小时内响应。", null),
                        new Found("第三条", null, "本文件解释权归供应商。", null));
    }

    @Test
    void aReasonBehindATildeSaysThatTheClauseDecidesNothing() {
        assertThat(DocumentText.clauses("1.1 Terms are defined here. ~ a definition"))
                .containsExactly(new Found("1.1", null, "Terms are defined here.", "a definition"));
    }

    @Test
    void twoClausesOfOneNameAreNumbered() {
        assertThat(DocumentText.clauses("# Hours\nPhone: 9 to 5.\nPhone: not on holidays.").stream()
                        .map(Found::item))
                .containsExactly("Phone", "Phone (2)");
    }

    @Test
    void aTextWithoutHeadingAndNumbersHasOneNumber() {
        assertThat(DocumentText.clauses("Support is given.\n\nFees are stated."))
                .containsExactly(
                        new Found("1", "(1)", "Support is given.", null),
                        new Found("1", "(2)", "Fees are stated.", null));
    }

    @Test
    void namesCanBeCitedBetweenQuotes() {
        List<Found> found = DocumentText.clauses("# The \"plan\"\n**Phone**: " + "by day ".repeat(20));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).number()).isEqualTo("The 'plan'");
        assertThat(found.get(0).item()).isEqualTo("Phone");
    }
}
