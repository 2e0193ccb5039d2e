package io.quanyi.access.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeyFaultsTests {

    private static final ApiKey KEY = ApiKey.make("crm", new SecureRandom());
    private static final String HASH = KEY.hash();

    @Test
    void keysThatQuanyiKeyPrintedAreSound() {
        assertThat(ApiKeyFaults.of(
                        List.of(key("crm", HASH, "decider", "reader", "publisher"), key("erp", HASH, "reader"))))
                .isEmpty();
    }

    @Test
    void everyFaultOfEveryKeyIsNamed() {
        assertThat(ApiKeyFaults.of(List.of(
                        key("crm", HASH, "decider"),
                        key("crm", "sha256:1234", "decider", "writer", "READER"),
                        key("C R M", HASH))))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("quanyi.access.keys[1].id is the same as"),
                        fault -> assertThat(fault).startsWith("quanyi.access.keys[1].hash must be"),
                        fault -> assertThat(fault)
                                .startsWith("quanyi.access.keys[1].roles: there is no role \"writer\"")
                                .endsWith("decider, reader, author, approver, publisher"),
                        fault -> assertThat(fault)
                                .startsWith("quanyi.access.keys[1].roles: there is no role \"READER\""),
                        fault -> assertThat(fault).startsWith("quanyi.access.keys[2].id must be"),
                        fault -> assertThat(fault).startsWith("quanyi.access.keys[2].roles names none"));
    }

    @Test
    void aSecretInTheWrongPlaceIsNotRepeated() {
        assertThat(ApiKeyFaults.of(
                        List.of(key(KEY.text(), KEY.text(), "reader"), key(KEY.text(), KEY.text(), "reader"))))
                .hasSize(5)
                .allSatisfy(fault -> assertThat(fault).doesNotContain("qk_crm"));
    }

    @Test
    void aKeyOfNothingIsThreeFaults() {
        assertThat(ApiKeyFaults.of(List.of(key("", "")))).hasSize(3);
    }

    private static AccessProperties.Key key(String id, String hash, String... roles) {
        return new AccessProperties.Key(id, hash, List.of(roles), null);
    }
}
