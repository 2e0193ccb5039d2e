package io.quanyi.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SealCommandTests {

    private static final String CASES = "tiny/policy/1/help.cases.yaml";

    @TempDir
    private Path folder;

    @Test
    void sealingAddsOneEntryWhoseDigestVerifies() throws IOException {
        TinyRules rules = TinyRules.sealed();
        rules.write(folder);
        String before = ledger();

        CommandLineRun run = seal("1", "--effective-from", "2026-07-01T00:00:00+08:00");

        assertThat(run).isEqualTo(new CommandLineRun(0, "sealed: " + folder.resolve("tiny/releases.yaml") + "\n", ""));
        assertThat(ledger()).isEqualTo(before + """
                  - number: 2
                    policy: 1
                    catalogue: 2026-01-01
                    calendars: 2026-01-01
                    effectiveFrom: 2026-07-01T00:00:00+08:00
                    publishedAt: 2026-06-01T08:00:00+08:00
                    publishedBy: 'it''s me'
                    note:
                      zh-CN: '二'
                      en: 'two'
                    digest: %s
                """.formatted(rules.digest()));
        assertThat(CommandLineRun.of("test", "--rules", folder).status()).isZero();
        assertThat(files()).doesNotContain(".releases");
    }

    @Test
    void aNoteIsNeededInEachLanguageOfTheProgramme() throws IOException {
        TinyRules.draft().write(folder);
        List<Object> call = new ArrayList<>(List.of(arguments("1", "2026-01-01")));
        int chinese = call.indexOf("--note-zh");
        call.subList(chinese, chinese + 2).clear();
        CommandLineRun english = CommandLineRun.of(call.toArray());
        assertThat(english.status()).isEqualTo(1);
        assertThat(english.err()).contains("the programme needs a note in zh-CN: add --note-zh");
        int other = call.indexOf("--note-en");
        call.subList(other, other + 2).clear();
        CommandLineRun none = CommandLineRun.of(call.toArray());
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("say what the release changes");
        assertThat(files()).doesNotContain("releases.yaml");
    }

    @Test
    void theFirstReleaseBeginsTheLedger() throws IOException {
        TinyRules.draft().write(folder);
        assertThat(seal("1").status()).isZero();
        assertThat(ledger()).startsWith("releases:\n  - number: 1\n").doesNotContain("effectiveFrom");
        assertThat(CommandLineRun.of("check", "--rules", folder).status()).isZero();
    }

    @Test
    void casesThatFailKeepARuleSetFromBeingSealed() throws IOException {
        TinyRules.draft().change(CASES, "23T16:00:00", "23T15:00:00").write(folder);
        assertThat(seal("1").status()).isEqualTo(1);
        assertThat(files()).doesNotContain("releases.yaml");
    }

    @Test
    void theVersionsThatAreSealedAreThoseThatAreTested() throws IOException {
        TinyRules old = TinyRules.sealed();
        TinyRules newer = old;
        for (String file : List.of("clauses.yaml", "help.drl", "plans.drl", "help.cases.yaml")) {
            String text = new String(
                    Objects.requireNonNull(old.tree().file("tiny/policy/1/" + file))
                            .bytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            newer = newer.with("tiny/policy/2/" + file, text.replace("23T16:00:00", "23T18:30:00"));
        }
        String catalogue = new String(
                Objects.requireNonNull(old.tree().file("tiny/catalogue/2026-01-01.yaml"))
                        .bytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        newer.with("tiny/catalogue/2026-02-01.yaml", catalogue.replace("17:30", "15:00"))
                .write(folder);
        String before = ledger();

        CommandLineRun run = CommandLineRun.of(arguments("2", "2026-01-01"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("tiny/policy/2/help.cases.yaml:5:11: case \"high is answered");
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void casesOfASealedPolicyThatNewerPartsAnswerDifferentlyAreShownAndSealed() throws IOException {
        TinyRules.sealed()
                .copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2026-02-01.yaml")
                .change("tiny/catalogue/2026-02-01.yaml", "17:30", "15:00")
                .write(folder);

        CommandLineRun run = CommandLineRun.of(arguments("1", "2026-02-01"));

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("tiny/policy/1/help.cases.yaml:5:11: remark: case \"high is answered")
                .contains("/response/dueAt: 2026-11-23T16:00:00+08:00 becomes 2026-11-24T11:00:00+08:00")
                .contains("sealed: ");
        assertThat(CommandLineRun.of("test", "--rules", folder).out()).doesNotContain("remark");
    }

    @Test
    void publishingGoesOnInTime() throws IOException {
        TinyRules.sealed()
                .change("tiny/releases.yaml", "2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z")
                .write(folder);
        String before = ledger();
        CommandLineRun run = seal("1");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("release 2 is out of order");
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void aVersionThatIsNotThereIsNotSealed() throws IOException {
        TinyRules.draft().write(folder);
        assertThat(seal("7").err()).contains("release 1 names policy 7, which does not exist");
        assertThat(files()).doesNotContain("releases.yaml");
    }

    /** As two branches of a repository leave it: the release of a New Year's Day was made without the other name. */
    @Test
    void aReleaseThatIsStillToComeAndEndsAChangeIsNamedBySealAndCheck() throws IOException {
        String product = "en: Thing } }]";
        TinyRules.sealed()
                .copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2026-02-01.yaml")
                .change("tiny/catalogue/2026-02-01.yaml", product, "en: Thing }, aliases: [Dings] }]")
                .copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2150-01-01.yaml")
                .change("tiny/catalogue/2150-01-01.yaml", "en: Phone", "en: Telephone")
                .write(folder);
        String newYear = "2150-01-01T00:00:00+08:00";
        assertThat(CommandLineRun.of(arguments("1", "2150-01-01", "--effective-from", newYear))
                        .err())
                .isEmpty();
        String[] now = {"--effective-from", "2026-06-01T08:00:00+08:00"};

        CommandLineRun refused = CommandLineRun.of(arguments("1", "2026-02-01", now));
        String said = "release 2 takes effect at " + newYear + " and ends the change of release 3";
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("tiny/releases.yaml: " + said);
        assertThat(ledger()).doesNotContain("number: 3");

        CommandLineRun kept = CommandLineRun.of(arguments("1", "2026-02-01", now[0], now[1], "--keep-later-releases"));
        assertThat(kept.err()).isEmpty();
        assertThat(CommandLineRun.of("check", "--rules", folder).out()).contains("remark: " + said);
    }

    private CommandLineRun seal(String policy, String... more) {
        return CommandLineRun.of(arguments(policy, "2026-01-01", more));
    }

    private Object[] arguments(String policy, String catalogue, String... more) {
        List<Object> arguments = new ArrayList<>(List.of("seal", "tiny", "--rules", folder));
        arguments.addAll(List.of("--policy", policy, "--catalogue", catalogue, "--calendars", "2026-01-01"));
        arguments.addAll(List.of("--published-at", "2026-06-01T08:00:00+08:00", "--by", "it's me"));
        arguments.addAll(List.of("--note-zh", "二", "--note-en", "two"));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private String ledger() throws IOException {
        return Files.readString(folder.resolve("tiny/releases.yaml"));
    }

    private String files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).toList().toString();
        }
    }
}
