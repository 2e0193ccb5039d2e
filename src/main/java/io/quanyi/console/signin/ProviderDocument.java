package io.quanyi.console.signin;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.quanyi.access.credentials.TrustedAddress;
import java.io.IOException;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document that a provider publishes about itself (OpenID Connect Discovery 1.0, section 4), as far as a sign-in needs it.
 *
 * @param authorization where people sign in
 * @param token where a code is exchanged for tokens
 */
record ProviderDocument(String authorization, String token) {

    private static final String PATH = "/.well-known/openid-configuration";
    private static final int FETCH_MILLIS = 2_000;
    private static final int MAX_BYTES = 256 * 1024;

    /**
     * Fetches the document of an issuer.
     *
     * @throws IOException if it cannot be had, is of another issuer, or names addresses that are not trusted
     */
    static ProviderDocument of(String issuer) throws IOException {
        URI address = URI.create(issuer.replaceFirst("/$", "") + PATH);
        String text = new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, MAX_BYTES)
                .retrieveResource(address.toURL())
                .getContent();
        try {
            JsonNode document = JsonMapper.shared().readTree(text);
            if (!document.path("issuer").asString("").equals(issuer)) {
                throw new IOException("the document at " + address + " is of another issuer");
            }
            return new ProviderDocument(
                    trusted(document, "authorization_endpoint"), trusted(document, "token_endpoint"));
        } catch (JacksonException e) {
            throw new IOException("the document at " + address + " cannot be read", e);
        }
    }

    private static String trusted(JsonNode document, String member) throws IOException {
        String address = document.path(member).asString("");
        if (!TrustedAddress.is(address)) {
            throw new IOException(member + " of the provider does not begin with https://");
        }
        return address;
    }
}
