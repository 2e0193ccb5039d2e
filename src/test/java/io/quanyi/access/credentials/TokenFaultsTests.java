package io.quanyi.access.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.access.credentials.AccessProperties.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFaultsTests {

    private static final String URI = "https://issuer.test/keys";

    @TempDir
    private Path folder;

    @Test
    void noTokensAreNoFault() {
        assertThat(TokenFaults.of(null)).isEmpty();
    }

    @Test
    void aWholeConfigurationIsNone() {
        assertThat(TokenFaults.of(jwt(URI, null, "ES256", "RS256", "PS512"))).isEmpty();
    }

    @Test
    void everyFaultIsNamed() {
        assertThat(TokenFaults.of(new Jwt("", " ", null, null, List.of(), "")))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).isEqualTo("quanyi.access.jwt.issuer is missing"),
                        fault -> assertThat(fault).isEqualTo("quanyi.access.jwt.audience is missing"),
                        fault -> assertThat(fault).isEqualTo("quanyi.access.jwt.roles-claim is missing"),
                        fault -> assertThat(fault).isEqualTo("quanyi.access.jwt.algorithms names none"),
                        fault -> assertThat(fault).contains("one of jwk-set-uri and public-key-location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NONE", "HS256", "HS384", "HS512", "RSA-OAEP", "rs256", "EdDSA", ""})
    void anyOtherAlgorithmIsRefused(String algorithm) {
        assertThat(TokenFaults.of(jwt(URI, null, "RS256", algorithm)))
                .singleElement()
                .asString()
                .startsWith("quanyi.access.jwt.algorithms: \"" + algorithm + "\" is not accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://issuer.test/keys",
                "http://127.0.0.1.issuer.test/keys",
                "http://localhost@issuer.test/keys",
                "ftp://localhost/keys",
                "file:/etc/keys",
                "https:/keys",
                "https:keys",
                "issuer.test/keys",
                "https://issuer.test/ keys",
                ""
            })
    void keysAreFetchedFromTheIssuerAndFromNobodyInBetween(String uri) {
        assertThat(TokenFaults.of(jwt(uri, null, "RS256")))
                .singleElement()
                .asString()
                .contains("jwk-set-uri must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/keys", "http://localhost/keys", "http://[::1]:9/keys"})
    void onThisMachineNobodyIsInBetween(String uri) {
        assertThat(TokenFaults.of(jwt(uri, null, "RS256"))).isEmpty();
    }

    @Test
    void twoSourcesOfKeysAreOneTooMany() throws Exception {
        try (Issuer issuer = new Issuer()) {
            Path file = PublicKeyFileTests.write(folder, issuer.rsa.toRSAPublicKey());
            assertThat(TokenFaults.of(jwt(null, file, "RS256"))).isEmpty();
            assertThat(TokenFaults.of(jwt(URI, file, "RS256")))
                    .singleElement()
                    .asString()
                    .contains("one of");
        }
    }

    @Test
    void aFileWithoutAKeyIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "no key");
        assertThat(TokenFaults.of(jwt(null, file, "RS256")))
                .singleElement()
                .asString()
                .contains("public-key-location", file.toString());
        Path missing = folder.resolve("missing.pem");
        assertThat(TokenFaults.of(jwt(null, missing, "RS256")))
                .singleElement()
                .asString()
                .contains(missing.toString());
    }

    private static Jwt jwt(@Nullable String uri, @Nullable Path file, String... algorithms) {
        return new Jwt(Issuer.NAME, Issuer.AUDIENCE, uri, file, List.of(algorithms), "quanyi_roles");
    }
}
