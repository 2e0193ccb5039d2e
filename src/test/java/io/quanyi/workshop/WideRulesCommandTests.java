package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.source.WideRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Checks the messages for rules that distinguish too many requests, and the acceptance of such rules. */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WideRulesCommandTests {

    private static final String ACCEPT = "--accept-uncompared";

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeLookedAtIsSealedOnlyIfThatIsAccepted() throws IOException {
        WideRules.ofManyRules(TinyRules.sealed()).write(folder);
        CommandLineRun refused = seal();
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out() + refused.err()).contains("wide.drl", "service wide", ACCEPT);
        assertThat(ledger()).doesNotContain("number: 2");

        assertThat(seal(ACCEPT).status()).isZero();
        assertThat(ledger()).contains("number: 2", "\n    accept: [not-compared]\n    digest: ");
        assertThat(CommandLineRun.of("test", "--rules", folder).status())
                .as("the ledger says that it is accepted")
                .isZero();
    }

    @Test
    void theImpactSaysWhatItCannotCompareAndTellsTheRest() {
        WideRules.ofOneRule(TinyRules.sealed()).write(folder);
        CommandLineRun run = CommandLineRun.of("impact", "tiny", "--rules", folder, "--language", "en");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("1 service was not compared because of too many combinations.")
                .contains("tiny/policy/2/wide.drl", "T-WI-01", "Question.channel, Question.severity");
    }

    private CommandLineRun seal(String... more) {
        List<Object> call = new ArrayList<>(List.of("seal", "tiny", "--rules", folder));
        call.addAll(List.of("--policy", WideRules.POLICY, "--catalogue", WideRules.CATALOGUE));
        call.addAll(List.of("--calendars", "2026-01-01", "--published-at", "2026-06-01T08:00:00+08:00", "--by", "me"));
        call.addAll(List.of("--note-zh", "二", "--note-en", "two", "--language", "en"));
        call.addAll(List.of(more));
        return CommandLineRun.of(call.toArray());
    }

    private String ledger() throws IOException {
        return Files.readString(folder.resolve("tiny/releases.yaml"));
    }
}
