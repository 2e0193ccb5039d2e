package io.quanyi.console.signin;

import io.quanyi.access.credentials.IdTokens;
import io.quanyi.access.credentials.Role;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;

/**
 * The provider with whom people sign in: the issuer of {@code quanyi.access.jwt}. Its tokens are read once, when a person comes back, and not
 * kept.
 */
final class Provider {

    /** The path that the provider leads people back to. */
    static final String CALLBACK = "/console/sign-in/callback";

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final ProviderProperties properties;
    private final IdTokens tokens;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private volatile @Nullable ClientRegistration registration;

    Provider(ProviderProperties properties, IdTokens tokens, Clock clock) {
        this.properties = properties;
        this.tokens = tokens;
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(
                codeExchange(), request -> new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, request.getIdToken()));
        exchange.setJwtDecoderFactory(client -> {
            OidcIdTokenValidator validator = new OidcIdTokenValidator(client);
            validator.setClock(clock);
            return tokens.decoder(client.getClientId(), validator);
        });
    }

    /**
     * The registration of the service with the provider, from the provider's document, which is fetched when it is needed first.
     *
     * @throws IOException if it cannot be had; the next call asks again
     */
    ClientRegistration registration() throws IOException {
        ClientRegistration known = registration;
        if (known == null) {
            known = registration(ProviderDocument.of(tokens.issuer()));
            registration = known;
        }
        return known;
    }

    /**
     * The person whom the provider has led back.
     *
     * @throws OAuth2AuthenticationException if the provider refuses the code, or says something else than was asked
     */
    OidcIdToken person(OAuth2AuthorizationExchange answered) throws IOException {
        var result = Objects.requireNonNull(
                exchange.authenticate(new OAuth2LoginAuthenticationToken(registration(), answered)));
        OidcUser user = (OidcUser) Objects.requireNonNull(result.getPrincipal());
        return user.getIdToken();
    }

    /** The roles that the provider gives a person. */
    Set<Role> roles(OidcIdToken person) {
        return tokens.roles(person);
    }

    /** The name of a person. */
    static String name(OidcIdToken person) {
        return Stream.of(person.getFullName(), person.getPreferredUsername(), person.getEmail(), person.getSubject())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private ClientRegistration registration(ProviderDocument document) {
        String secret = properties.clientSecret();
        return ClientRegistration.withRegistrationId("provider")
                .clientId(Objects.requireNonNull(properties.clientId()))
                .clientSecret(Objects.requireNonNullElse(secret, ""))
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + CALLBACK)
                .scope(properties.scopes())
                .authorizationUri(document.authorization())
                .tokenUri(document.token())
                .issuerUri(tokens.issuer())
                .build();
    }

    private static RestClientAuthorizationCodeTokenResponseClient codeExchange() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
