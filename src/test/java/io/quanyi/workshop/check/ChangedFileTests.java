package io.quanyi.workshop.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed file that was changed is named, where git tells what it was. */
@Tag("slow")
class ChangedFileTests {

    private static final String NAMED = "help.drl: this file is part of release 1 and was changed";

    @TempDir
    private Path checkout;

    @Test
    void theFileIsNamedInACheckoutOfGit() throws IOException, GitAPIException {
        Path rules = TinyRules.sealed().write(Files.createDirectory(checkout.resolve("rules")));
        commit();
        assertThat(check(rules).status()).isZero();
        change(rules);
        Files.writeString(rules.resolve("tiny/policy/1/more.cases.yaml"), "cases: []\n");
        CommandLineRun changed = check(rules);
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.err())
                .contains(NAMED, "more.cases.yaml: this file is part of release 1", "the content of release 1")
                .doesNotContain("plans.drl", "2026-01-01.yaml");
    }

    @Test
    void whereTheChangeIsCommittedTheReleaseAloneIsNamed() throws IOException, GitAPIException {
        Path rules = TinyRules.sealed().write(Files.createDirectory(checkout.resolve("rules")));
        change(rules);
        commit();
        assertThat(check(rules).err()).contains("the content of release 1").doesNotContain("this file");
    }

    @Test
    void outsideOfGitTheReleaseAloneIsNamed() throws IOException {
        change(TinyRules.sealed().write(checkout));
        assertThat(check(checkout).err()).contains("the content of release 1").doesNotContain("this file");
    }

    private void commit() throws GitAPIException {
        try (Git git = Git.init().setDirectory(checkout.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Rules")
                    .setAuthor("me", "me@example.org")
                    .setSign(false)
                    .call();
        }
    }

    private static void change(Path rules) throws IOException {
        Path file = rules.resolve("tiny/policy/1/help.drl");
        Files.writeString(file, Files.readString(file).replace("Help comes", "Help Comes"));
    }

    private static CommandLineRun check(Path rules) {
        return CommandLineRun.of("check", "--rules", rules);
    }
}
