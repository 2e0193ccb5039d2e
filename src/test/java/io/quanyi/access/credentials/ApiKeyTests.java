package io.quanyi.access.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTests {

    private static final ApiKey KEY = ApiKey.make("crm", new SecureRandom());

    @Test
    void aKeyNamesItsHolderAndHasASecretOf32Bytes() {
        assertThat(KEY.text()).matches("qk_crm_[A-Za-z0-9_-]{43}");
        assertThat(ApiKey.idOf(KEY.text())).contains("crm");
        assertThat(ApiKey.make("crm", new SecureRandom()).text()).isNotEqualTo(KEY.text());
    }

    @Test
    void theHashIsThatOfTheWholeText() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(KEY.text().getBytes(StandardCharsets.UTF_8));
        assertThat(KEY.hash()).isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
        assertThat(ApiKey.isHash(KEY.hash())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "crm-2", "0", "-", "abcdefghijklmnopqrstuvwxyzabcdefghijklmn"})
    void anIdIsOfSmallLettersDigitsAndHyphens(String id) {
        ApiKey key = ApiKey.make(id, new SecureRandom());
        assertThat(ApiKey.idOf(key.text())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CRM", "c_r_m", "c r m", "权益", "a\n", "abcdefghijklmnopqrstuvwxyzabcdefghijklmno"})
    void nothingElseIsAnId(String id) {
        assertThat(ApiKey.isId(id)).isFalse();
        assertThatThrownBy(() -> ApiKey.make(id, new SecureRandom())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256:",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "sha256:000000000000000000000000000000000000000000000000000000000000000",
                "sha256:00000000000000000000000000000000000000000000000000000000000000000",
                "sha256:000000000000000000000000000000000000000000000000000000000000000G",
                "sha256:000000000000000000000000000000000000000000000000000000000000000A",
                "sha512:0000000000000000000000000000000000000000000000000000000000000000"
            })
    void aHashIsWholeAndOfOneKind(String hash) {
        assertThat(ApiKey.isHash(hash)).isFalse();
    }

    @Test
    void onlyTheKeyItselfIsKnown() {
        AcceptedApiKeys keys = new AcceptedApiKeys(List.of(configured(KEY, "decider", "reader")));
        assertThat(keys.holderOf(KEY.text())).hasValueSatisfying(holder -> {
            assertThat(holder.principal()).isEqualTo("key:crm");
            assertThat(holder.roles()).containsExactlyInAnyOrder(Role.DECIDER, Role.READER);
        });
    }

    @Test
    void aHolderIsFoundByNameWhileTheKeyIsConfigured() {
        AcceptedApiKeys keys = new AcceptedApiKeys(List.of(configured(KEY, "decider", "reader")));
        assertThat(keys.named("key:crm")).isEqualTo(keys.holderOf(KEY.text()));
        assertThat(keys.named("key:ops")).isEmpty();
        assertThat(keys.named("crm")).isEmpty();
        assertThat(keys.named("jwt:crm")).isEmpty();
    }

    @Test
    void theFingerprintChangesWithTheKeyAndWithItsRolesButNotWithTheirOrder() {
        String fingerprint = fingerprint(configured(KEY, "decider", "reader"));
        assertThat(fingerprint(configured(KEY, "reader", "decider"))).isEqualTo(fingerprint);
        assertThat(fingerprint(configured(KEY, "reader"))).isNotEqualTo(fingerprint);
        assertThat(fingerprint(configured(ApiKey.make("crm", new SecureRandom()), "decider", "reader")))
                .isNotEqualTo(fingerprint);
        assertThat(KEY.hash()).doesNotContain(fingerprint);
    }

    private static String fingerprint(AccessProperties.Key key) {
        return new AcceptedApiKeys(List.of(key))
                .named("key:" + key.id())
                .orElseThrow()
                .fingerprint();
    }

    static Stream<String> others() {
        String text = KEY.text();
        return Stream.of(
                "",
                "qk_crm_",
                text.substring(0, text.length() - 1),
                text + "A",
                " " + text,
                text.toUpperCase(java.util.Locale.ROOT),
                text.replace("qk_crm_", "qk_ops_"),
                text.replace("qk_crm_", "qk_erp_"),
                text.substring("qk_crm_".length()),
                KEY.hash(),
                ApiKey.make("crm", new SecureRandom()).text(),
                "nobody",
                "x".repeat(8000));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingElseIsAKey(String text) {
        AcceptedApiKeys keys = new AcceptedApiKeys(
                List.of(configured(KEY, "decider"), configured(ApiKey.make("ops", new SecureRandom()), "publisher")));
        assertThat(keys.holderOf(text)).isEmpty();
    }

    @Test
    void theHashOfAKeyOfAnotherIdIsOfNoUse() {
        var misplaced = new AccessProperties.Key("ops", KEY.hash(), List.of("publisher"), null);
        assertThat(new AcceptedApiKeys(List.of(misplaced)).holderOf(KEY.text())).isEmpty();
    }

    static AccessProperties.Key configured(ApiKey key, String... roles) {
        String id = ApiKey.idOf(key.text()).orElseThrow();
        return new AccessProperties.Key(id, key.hash(), List.of(roles), null);
    }
}
