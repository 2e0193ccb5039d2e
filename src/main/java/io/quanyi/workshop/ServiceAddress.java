package io.quanyi.workshop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a running service is asked.
 *
 * @param base its address, without a slash at the end
 */
record ServiceAddress(String base) {

    private static final int MOST_PORTS = 65_535;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads an address.
     *
     * @param openly whether a key may go over the network unprotected
     * @throws picocli.CommandLine.ParameterException if it is none, or the key would be read on its way
     */
    static ServiceAddress of(String written, boolean openly, Voice voice) {
        URI uri = uri(written, voice);
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!(plain || secure) || uri.getHost() == null || uri.getPort() > MOST_PORTS || saysMore(uri)) {
            throw voice.wrong(voice.text("publish.address", written));
        }
        if (plain && !openly && !THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw voice.wrong(voice.text("publish.plain", written));
        }
        return new ServiceAddress(written.replaceAll("/+$", ""));
    }

    private static boolean saysMore(URI uri) {
        return uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
    }

    private static URI uri(String written, Voice voice) {
        try {
            return new URI(written);
        } catch (URISyntaxException e) {
            throw voice.wrong(voice.text("publish.address", written));
        }
    }

    /** The releases of a programme. */
    URI releases(String programme) {
        return URI.create(base + "/v1/programmes/" + programme + "/releases");
    }

    /** The same, to ask only what would come of one more. */
    URI dryRun(String programme) {
        return URI.create(releases(programme) + "?dryRun=true");
    }
}
