package io.quanyi.workshop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.workshop.CommandLineRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class KeyCommandTests {

    @Test
    void theKeyIsShownOnceAndTheConfigurationHasItsHash() throws NoSuchAlgorithmException {
        CommandLineRun run = CommandLineRun.of("key", "crm-2", "--roles", "reader,decider,reader");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        String key = run.out().lines().findFirst().orElseThrow();
        assertThat(key).matches("qk_crm-2_[A-Za-z0-9_-]{43}");
        assertThat(run.out().split(key, -1)).hasSize(2);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        assertThat(yaml(run.out().substring(key.length())))
                .isEqualTo(Map.of(
                        "quanyi",
                        Map.of(
                                "access",
                                Map.of(
                                        "keys",
                                        List.of(Map.of(
                                                "id",
                                                "crm-2",
                                                "hash",
                                                "sha256:" + HexFormat.of().formatHex(digest),
                                                "roles",
                                                List.of("decider", "reader")))))));
    }

    @Test
    void noTwoKeysAreTheSame() {
        assertThat(CommandLineRun.of("key", "crm", "--roles", "reader").out())
                .isNotEqualTo(
                        CommandLineRun.of("key", "crm", "--roles", "reader").out());
    }

    @Test
    void anIdOfDigitsIsStillAText() {
        assertThat(CommandLineRun.of("key", "007", "--roles", "reader").out()).contains("id: \"007\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "key crm",
                "key --roles reader",
                "key crm --roles",
                "key crm --roles writer",
                "key crm --roles READER",
                "key CRM --roles reader",
                "key crm erp --roles reader",
                "key abcdefghijklmnopqrstuvwxyzabcdefghijklmno --roles reader"
            })
    void aWrongCallMakesNoKey(String call) {
        CommandLineRun run = CommandLineRun.of((Object[]) call.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isNotBlank();
        assertThat(run.out()).doesNotContain("qk_");
    }

    @Test
    void itExplainsItself() {
        assertThat(CommandLineRun.of("key", "--help").out())
                .contains("Usage: quanyi key", "decider, reader, author, approver, publisher");
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
