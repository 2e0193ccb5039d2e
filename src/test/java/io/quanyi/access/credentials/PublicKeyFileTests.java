package io.quanyi.access.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.access.credentials.AccessProperties.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Tokens of an issuer that publishes nothing. */
class PublicKeyFileTests {

    private static final Issuer ISSUER = new Issuer();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void eitherKindOfKeyIsReadAndTheTokenMayCallItWhatItLikes() throws Exception {
        AcceptedTokens rsa = tokens(ISSUER.rsa.toRSAPublicKey(), Clock.systemUTC());
        assertThat(rsa.callerOf(ISSUER.token(claims -> claims)).getName()).isEqualTo("jwt:alice");
        AcceptedTokens ec = tokens(ISSUER.ec.toECPublicKey(), Clock.systemUTC());
        assertThat(ec.callerOf(ISSUER.elliptic(claims -> claims)).getName()).isEqualTo("jwt:alice");
    }

    @Test
    void aTokenThatAnotherKeySignedIsRefused() throws Exception {
        AcceptedTokens rsa = tokens(ISSUER.rsa.toRSAPublicKey(), Clock.systemUTC());
        assertThatThrownBy(() -> rsa.callerOf(ISSUER.elliptic(claims -> claims)))
                .isInstanceOf(InvalidBearerTokenException.class);
        try (Issuer other = new Issuer()) {
            assertThatThrownBy(() -> rsa.callerOf(other.token(claims -> claims)))
                    .isInstanceOf(InvalidBearerTokenException.class);
        }
    }

    @Test
    void theClockIsTheOneThatIsGiven() throws Exception {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(300 + 75));
        AcceptedTokens tokens = tokens(ISSUER.rsa.toRSAPublicKey(), later);
        assertThatThrownBy(() -> tokens.callerOf(ISSUER.token(claims -> claims)))
                .isInstanceOf(InvalidBearerTokenException.class);
        Instant end = Instant.now().plusSeconds(600);
        String longer = ISSUER.token(claims -> claims.expirationTime(java.util.Date.from(end)));
        assertThat(tokens.callerOf(longer).getName()).isEqualTo("jwt:alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nA===\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void anythingElseIsNoKey(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), text);
        assertThatThrownBy(() -> PublicKeyFile.read(file)).isInstanceOf(GeneralSecurityException.class);
    }

    static Path write(Path folder, PublicKey key) throws IOException {
        String encoded = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
    }

    private AcceptedTokens tokens(PublicKey key, Clock clock) throws IOException {
        Path file = write(folder, key);
        return new AcceptedTokens(
                new Jwt(Issuer.NAME, Issuer.AUDIENCE, null, file, List.of("ES256", "RS256"), "quanyi_roles"), clock);
    }
}
