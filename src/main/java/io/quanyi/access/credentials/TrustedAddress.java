package io.quanyi.access.credentials;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;

/**
 * Checks whether the address of an issuer can be trusted: {@code https}, or {@code http} on this machine. At any other address another server could
 * answer with keys of its own, and with these keys anybody could make tokens.
 */
public final class TrustedAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private TrustedAddress() {}

    /** Whether an address is {@code https}, or {@code http} on this machine. */
    public static boolean is(String text) {
        try {
            URI uri = new URI(text);
            String host = Objects.requireNonNullElse(uri.getHost(), "");
            return "https".equals(uri.getScheme())
                    ? !host.isEmpty()
                    : "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
