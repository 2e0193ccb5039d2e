package io.quanyi.checks.remark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that a clause states and its rules do not have is remarked on; numbers that measure nothing are not. */
class QuotedNumbersTests {

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));
    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String CLAUSES = GALAXY + "/policy/2025.1/clauses.yaml";

    @Test
    void theRulesThatAreShippedHaveEveryNumberOfTheirClauses() {
        int clauses = 0;
        for (ReleaseId id : RulesTree.candidates(SHIPPED)) {
            ProgrammeRelease release = release(SHIPPED, id);
            clauses += (int) release.clauses().all().stream()
                    .filter(Clause::decides)
                    .filter(clause -> !QuotedNumbers.quoted(clause.quote()).isEmpty())
                    .count();
            assertThat(remarks(release)).as("%s", id).isEmpty();
        }
        assertThat(clauses).as("clauses with a number that decide").isGreaterThan(80);
    }

    @Test
    void aNumberThatNoRuleHasIsRemarkedOnAtTheRule() {
        List<Fault> remarks = galaxyWith("代码诊断(限一年两次,2人天/次,非现场)", "代码诊断(限一年三次,2人天/次,非现场)");

        assertThat(remarks).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("quoted-number-unstated");
            assertThat(remark.position().file()).isEqualTo(GALAXY + "/policy/2025.1/code-diagnosis.drl");
            assertThat(remark.message(Language.ENGLISH)).contains("限一年两次", "has 三,", "GAL-CD-02");
            assertThat(remark.message(Language.CHINESE)).contains("限一年两次", "三", "GAL-CD-02");
        });
    }

    @Test
    void aNumberOfAnotherServiceIsNoNumberOfThisOne() {
        assertThat(galaxyWith("quote: 7*24电话支持", "quote: 7*12电话支持"))
                .extracting(Fault::code)
                .containsExactly("quoted-number-unstated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "限一年两次,2人天/次           | 2 两",
                "7×24 小时，7*12，5x8          | 12 24 5 7 8",
                "24/7 support, 24 / 7          | ''",
                "24/70, 4/7                    | 24 4 7 70",
                "０.5工作日响应                | 0.5",
                "合同额的 7% – 10%             | 10% 7%",
                "年费5-10万元                  | 10万 5万",
                "不超过 1,200 元               | 1200",
                "提前两周，十五个工作日        | 两周 十五",
                "一千二百元                    | 一千二百",
                "服务电话400-178-3238          | ''",
                "4006600588 转 6               | ''",
                "上午 8:30-12:00（UTC+8）      | ''",
                "见 4.2.1.2 和 §3.3.2 (1)      | ''",
                "P1级故障，K/3 WISE，K3WISE    | ''",
                "2025年起，服务期一年，第 2 次 | ''",
                "1 对 1，二次开发，一般，周一  | ''",
                "几万元不等                    | ''"
            })
    void numbersAreMeasures(String quote, String numbers) {
        assertThat(String.join(
                        " ",
                        QuotedNumbers.quoted(quote).keySet().stream().sorted().toList()))
                .isEqualTo(numbers);
    }

    private static List<Fault> galaxyWith(String words, String changed) {
        String text = new String(Objects.requireNonNull(SHIPPED.file(CLAUSES)).bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(words);
        SourceTree tree = SHIPPED.with(
                new SourceFile(CLAUSES, text.replace(words, changed).getBytes(StandardCharsets.UTF_8)));
        return remarks(release(tree, RulesTree.id(tree, GALAXY, 1, "2025.1", "2025-01-01", "2026-01-01")));
    }

    private static List<Fault> remarks(ProgrammeRelease release) {
        Faults remarks = new Faults();
        QuotedNumbers.check(release, remarks);
        return remarks.sorted();
    }

    private static ProgrammeRelease release(SourceTree tree, ReleaseId id) {
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }
}
