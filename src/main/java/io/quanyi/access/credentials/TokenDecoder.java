package io.quanyi.access.credentials;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.quanyi.access.credentials.AccessProperties.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Makes the decoder of tokens: it accepts those of one issuer, for one audience, with a configured algorithm, until they expire. */
final class TokenDecoder {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int FETCH_MILLIS = 2_000;
    private static final int MAX_KEY_BYTES = 256 * 1024;

    private TokenDecoder() {}

    /**
     * A decoder of tokens.
     *
     * @param jwt in which {@link TokenFaults} found none
     * @param audience the audience that tokens have to name
     * @param more checked besides
     */
    static JwtDecoder of(
            Jwt jwt,
            String audience,
            OAuth2TokenValidator<org.springframework.security.oauth2.jwt.Jwt> more,
            Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types());
        processor.setJWSKeySelector(keys(jwt));
        // The validator below looks at the claims
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validator(jwt, audience, clock), more));
        return decoder;
    }

    /** No type at all is common; any other is a token for something else. */
    private static DefaultJOSEObjectTypeVerifier<SecurityContext> types() {
        return new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);
    }

    private static JWSKeySelector<SecurityContext> keys(Jwt jwt) {
        Set<JWSAlgorithm> algorithms =
                jwt.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        Path file = jwt.publicKeyLocation();
        return file == null ? published(jwt.jwkSetUri(), algorithms) : only(file, algorithms);
    }

    /** Fetched when the first token comes, kept for some minutes, and not fetched more often, even if tokens name unknown keys. */
    private static JWSKeySelector<SecurityContext> published(@Nullable String uri, Set<JWSAlgorithm> algorithms) {
        try {
            var retriever = new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, MAX_KEY_BYTES);
            JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                            URI.create(String.valueOf(uri)).toURL(), retriever)
                    .build();
            return new JWSVerificationKeySelector<>(algorithms, source);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JWSKeySelector<SecurityContext> only(Path file, Set<JWSAlgorithm> algorithms) {
        try {
            PublicKey key = PublicKeyFile.read(file);
            return (header, context) -> algorithms.contains(header.getAlgorithm()) ? List.of(key) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static OAuth2TokenValidator<org.springframework.security.oauth2.jwt.Jwt> validator(
            Jwt jwt, String audience, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(jwt.issuer()),
                new JwtAudienceValidator(audience),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    }
}
