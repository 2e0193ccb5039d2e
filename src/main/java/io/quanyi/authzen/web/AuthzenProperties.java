package io.quanyi.authzen.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the AuthZEN decision points.
 *
 * @param enabled whether they are served; by default where only this machine can reach the service, or there is a base URL
 * @param baseUrl the URL by which callers reach the service, such as {@code https://pdp.example.com}; without it there is no metadata
 * @param subscriptions files of subscriptions in JSON, one a line, by the id of their programme
 * @param pageKey the secret of the tokens of pages, which all replicas share; without it, each has its own until it ends
 */
@ConfigurationProperties("quanyi.authzen")
record AuthzenProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable String baseUrl,
        @DefaultValue Map<String, Path> subscriptions,
        @Nullable String pageKey) {

    private static final String PLACE = "quanyi.authzen.";
    private static final int MIN_KEY_LENGTH = 32;

    /** All that is wrong, each with the name of its setting. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (baseUrl != null && !isBase(baseUrl)) {
            faults.add(PLACE + "base-url must be https:// with a host and, if need be, a port, and nothing behind: \""
                    + baseUrl + "\"");
        }
        subscriptions.forEach((programme, file) -> {
            if (!Files.isReadable(file)) {
                faults.add(PLACE + "subscriptions." + programme + ": " + file + " cannot be read");
            }
        });
        if (pageKey != null && pageKey.length() < MIN_KEY_LENGTH) {
            faults.add(PLACE + "page-key must have " + MIN_KEY_LENGTH + " characters or more");
        }
        return faults;
    }

    private static boolean isBase(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && text.equals("https://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
