package io.quanyi.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A remark that an author has judged to be as meant is not repeated, and a judgement of no remark is a fault. */
@Tag("slow")
class JudgedRemarksTests {

    private static final String CLAUSES = "tiny/policy/1/clauses.yaml";
    private static final String JUDGED =
            "remark: quoted-number-unstated, about: \"二\", words: [\"3\"], reason: { zh-CN: 三是例子, en: An example }";

    @TempDir
    private Path folder;

    @Test
    void aRemarkSaysHowItIsJudged() throws IOException {
        CommandLineRun found = check(quoted("3 个工作日内答复"));
        assertThat(found.status()).isZero();
        assertThat(found.out())
                .contains(
                        "remark: the quote of clause 二 has 3",
                        "  judged:\n",
                        "    - { remark: quoted-number-unstated, about: \"二\", words: [\"3\"], reason: { en: … } }");
    }

    @Test
    void aJudgedRemarkIsNotRepeated() throws IOException {
        CommandLineRun found = check(judged(quoted("3 个工作日内答复"), JUDGED));
        assertThat(found.err()).isEmpty();
        assertThat(found.out()).doesNotContain("quoted-number-unstated", "has 3");
    }

    @Test
    void otherWordsAreRemarkedOnAgain() throws IOException {
        CommandLineRun found = check(judged(quoted("5 个工作日内答复"), JUDGED));
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.err()).contains("clauses.yaml:2:5: the remark quoted-number-unstated on \"二\" is judged here");
    }

    @Test
    void aJudgementOfNoRemarkIsAFault() throws IOException {
        assertThat(check(judged(TinyRules.draft(), JUDGED)).err()).contains("is judged here");
        String twice = JUDGED + " }\n  - { " + JUDGED;
        assertThat(check(judged(quoted("3 个工作日内答复"), twice)).err()).contains("clauses.yaml:2:5: the remark");
    }

    @Test
    void aRuleThatChangesNoAnswerIsJudgedToo() throws IOException {
        String repeated = """
                package tiny.more

                import io.quanyi.facts.*

                rule "Low includes help"
                    @id(T-MO-01) @clause("一 帮助") @zh("低档有帮助")
                when
                    Question(service == "help")
                    Plan(id == "low")
                then
                    insert(new Granted());
                end
                """;
        TinyRules idle = TinyRules.draft()
                .with("tiny/policy/1/more.drl", repeated)
                .change("tiny/policy/1/help.cases.yaml", "fires: [T-HE-01", "fires: [T-MO-01, T-HE-01")
                .change("tiny/policy/1/help.cases.yaml", "silent: [T-HE-01", "silent: [T-MO-01, T-HE-01");
        CommandLineRun found = check(idle);
        assertThat(found.err()).isEmpty();
        String remarks = found.out();
        String entry = "remark: rule-idle, about: \"T-MO-01\"";
        assertThat(remarks).contains(entry);
        CommandLineRun judged = check(judged(idle, entry + ", reason: { zh-CN: 原文重复, en: As printed }"));
        assertThat(judged.err()).isEmpty();
        assertThat(judged.out()).contains("No faults").doesNotContain(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remark: period-unread, about: x, reason: { zh-CN: 是, en: so }",
                "remark: rule-idle, about: x",
                "remark: rule-idle, about: x, words: [], reason: { zh-CN: 是, en: so }",
                "about: x, reason: { zh-CN: 是, en: so }"
            })
    void whatIsNoJudgementIsRefused(String entry) throws IOException {
        CommandLineRun found = check(judged(TinyRules.draft(), entry));
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.err()).contains("clauses.yaml:2:");
    }

    private static TinyRules quoted(String quote) {
        return TinyRules.draft().change(CLAUSES, "quote: 1 个工作日内答复", "quote: " + quote);
    }

    private static TinyRules judged(TinyRules rules, String entry) {
        return rules.change(CLAUSES, "period: none\n", "period: none\njudged:\n  - { " + entry + " }\n")
                .change(CLAUSES, "period: none\njudged:", "judged:")
                .change(CLAUSES, "\nclauses:", "\nperiod: none\nclauses:");
    }

    private CommandLineRun check(TinyRules rules) throws IOException {
        return CommandLineRun.of("check", "tiny", "--rules", rules.write(folder));
    }
}
