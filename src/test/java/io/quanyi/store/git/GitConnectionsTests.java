package io.quanyi.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitConnectionsTests {

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org/r, https://git.example.org/other",
        "https://git.example.org/r, https://GIT.example.org:443/r",
        "http://git.example.org:80/r, http://git.example.org/r",
        "http://git.example.org:3000/r, http://git.example.org:3000/r"
    })
    void oneServerIsAsked(String server, String url) throws IOException {
        assertThat(new GitConnections(url(server)).create(url(url)).getURL()).isEqualTo(url(url));
        assertThat(new GitConnections(url(server))
                        .create(url(url), Proxy.NO_PROXY)
                        .getURL())
                .isEqualTo(url(url));
    }

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org/r, http://git.example.org/r",
        "http://git.example.org/r, https://git.example.org/r",
        "https://git.example.org/r, https://example.org/r",
        "https://git.example.org/r, https://git.example.org.evil.org/r",
        "https://git.example.org/r, https://git.example.org:8443/r",
        "https://git.example.org/r, file:///etc/passwd"
    })
    void noOtherIs(String server, String url) {
        GitConnections connections = new GitConnections(url(server));
        assertThatThrownBy(() -> connections.create(url(url))).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> connections.create(url(url), Proxy.NO_PROXY)).isInstanceOf(ConnectException.class);
    }

    @Test
    void nothingWasAnsweredYet() {
        assertThat(new GitConnections(url("https://git.example.org/r")).status())
                .isZero();
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
