package io.quanyi.workshop.publish;

import io.quanyi.workshop.command.Output;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a running service.
 *
 * @param base the URL, without a slash at the end
 */
record ServiceAddress(String base) {

    private static final int MAX_PORTS = 65_535;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads an address.
     *
     * @param insecure whether the key may be sent to another machine without encryption
     * @throws io.quanyi.workshop.command.InvalidCall if the URL is not valid, or not encrypted
     */
    static ServiceAddress of(String written, boolean insecure, Output output) {
        URI uri = uri(written, output);
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!(plain || secure) || uri.getHost() == null || uri.getPort() > MAX_PORTS || hasMore(uri)) {
            throw output.wrong(output.text("publish.address", written));
        }
        if (plain && !insecure && !THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw output.wrong(output.text("publish.plain", written));
        }
        return new ServiceAddress(written.replaceAll("/+$", ""));
    }

    private static boolean hasMore(URI uri) {
        return uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
    }

    private static URI uri(String written, Output output) {
        try {
            return new URI(written);
        } catch (URISyntaxException e) {
            throw output.wrong(output.text("publish.address", written));
        }
    }

    /** The URL of the releases of a programme. */
    URI releases(String programme) {
        return URI.create(base + "/v1/programmes/" + programme + "/releases");
    }

    /** The URL for withdrawals of releases of a programme. */
    URI withdrawals(String programme) {
        return URI.create(base + "/v1/programmes/" + programme + "/withdrawals");
    }

    /** The URL of the calendars. */
    URI calendars() {
        return URI.create(base + "/v1/calendars");
    }

    /** The URL at this address of what another service has at a URL. */
    URI like(URI other) {
        String url = other.toString();
        return URI.create(base + url.substring(url.lastIndexOf("/v1/")));
    }

    /** The URL for a dry run of a publication. */
    static URI dryRun(URI publication) {
        return URI.create(publication + "?dryRun=true");
    }
}
