package io.quanyi.workshop.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that works with a published release does so only while its files are those that were sealed. */
class ReleaseSelectorTests {

    private static final String REQUESTS = "requests.csv";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"decide tiny requests.csv", "matrix tiny", "codes tiny", "coverage tiny"})
    void aChangedReleaseIsRefused(String command) throws IOException {
        TinyRules.sealed().write(folder);
        Files.writeString(folder.resolve(REQUESTS), "plan,service,at\nbasic,help,2026-11-20T16:00:00+08:00\n");
        assertThat(run(command).err()).as(command).doesNotContain("the content of release 1 has been changed");
        Path rules = folder.resolve("tiny/policy/1/help.drl");
        Files.writeString(rules, Files.readString(rules) + "\n// edited after it was sealed\n");
        CommandLineRun changed = run(command);
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.err()).contains("tiny/releases.yaml", "the content of release 1 has been changed");
        assertThat(changed.out()).isEmpty();
    }

    private CommandLineRun run(String command) {
        List<Object> call = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            call.add(word.equals(REQUESTS) ? folder.resolve(REQUESTS) : word);
        }
        call.addAll(List.of("--rules", folder));
        return CommandLineRun.of(call.toArray());
    }
}
