package io.quanyi.workshop.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases that are missing are written by the command, and detect the mutations once they are filled in. */
@Tag("slow")
class WriteCasesTests {

    private static final String CASES = "tiny/policy/1/help.cases.yaml";

    @TempDir
    private Path folder;

    @Test
    void fewCasesAreWrittenAndDetectAllMutationsOnceTheyAreFilledIn() throws IOException {
        TinyRules.draft()
                .change(CASES, ", response: { dueAt: 2026-11-23T16:00:00+08:00 }", "")
                .write(folder);
        String before = Files.readString(folder.resolve(CASES));
        String survivors = run("--mutations").out();
        assertThat(survivors.split("would notice it", -1)).hasSizeGreaterThan(2);

        CommandLineRun run = run("--write-cases");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(survivors)
                .contains("changed: " + folder.resolve(CASES), "1 case written, which will notice ");
        String written = Files.readString(folder.resolve(CASES));
        assertThat(written)
                .startsWith(before)
                .contains("  # T-HE-01: id == \"low\" dropped\n", "- name: \"TODO T-HE-0")
                .contains("subscription: { plan: high }", "fires: [T-HE-01, T-HE-02, T-PL-01]")
                .contains("expect: { grantedByPlan: \"TODO: what the document says\", reasons: ");

        assertThat(run("--write-cases").out()).contains("0 cases written").doesNotContain("changed: ");
        assertThat(Files.readString(folder.resolve(CASES))).isEqualTo(written);

        assertThat(CommandLineRun.of("test", "--rules", folder).err())
                .contains("expected TODO: what the document says");
        Files.writeString(
                folder.resolve(CASES),
                written.replaceAll("grantedByPlan: \"TODO[^\"]*\"", "grantedByPlan: low")
                        .replaceAll(
                                "reasons: \"TODO[^\"]*\"", "reasons: [{ code: granted-by-inheritance, rule: T-HE-01 }]")
                        .replaceAll(
                                "response: \"TODO[^\"]*\"",
                                "response: { target: { amount: 1, unit: working-day }, window: desk }"));
        assertThat(CommandLineRun.of("test", "--rules", folder).err()).isEmpty();
        assertThat(run("--mutations").out()).doesNotContain("would notice it");
    }

    @Test
    void aMutationOfTheLanguageAloneGetsACaseThatAsksForTheRoute() throws IOException {
        TinyRules.draft()
                .change(
                        "tiny/policy/1/help.drl",
                        "insert(new Granted());",
                        "insert(new Granted());\n    insert(new Language(\"en\"));")
                .write(folder);
        assertThat(run("--write-cases").out()).contains("new Language");
        assertThat(Files.readString(folder.resolve(CASES))).contains("route: \"TODO: what the document says\"");
        assertThat(run("--write-cases").out()).contains("0 cases written");
    }

    @Test
    void aSealedPolicyGetsNoCases() {
        TinyRules.sealed().write(folder);
        CommandLineRun run = run("--write-cases");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("policy 1 of tiny is sealed");
    }

    private CommandLineRun run(String option) {
        return CommandLineRun.of("coverage", "tiny", option, "--rules", folder);
    }
}
