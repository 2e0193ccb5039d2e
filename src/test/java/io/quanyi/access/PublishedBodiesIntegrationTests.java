package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.web.coding.Gzip;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks that publications may be compressed like any other body, within the same bounds. */
class PublishedBodiesIntegrationTests extends GuardedService {

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String RELEASES = "/v1/programmes/kingdee-galaxy-public/releases?dryRun=true";
    private static final String ROLLBACKS = "/v1/programmes/kingdee-galaxy-public/rollbacks?dryRun=true";

    @Test
    void aFormAndARollbackMayBeCompressed() {
        assertThat(send(RELEASES, FORM, Gzip.of(part("colour", "red"))).errors())
                .contains("/colour part-unknown");
        assertThat(send(ROLLBACKS, JSON, Gzip.of("{\"release\": 0}")).errors())
                .contains("/release number-out-of-range");
    }

    @Test
    void whatIsNoGzipIsNamed() {
        byte[] form = Gzip.of(part("colour", "red"));
        assertThat(send(RELEASES, FORM, Arrays.copyOf(form, form.length - 1)).errors())
                .containsExactly("body-not-gzip");
        assertThat(send(RELEASES, FORM, part("colour", "red").getBytes(StandardCharsets.UTF_8))
                        .errors())
                .containsExactly("body-not-gzip");
        assertThat(send(ROLLBACKS, JSON, "{}".getBytes(StandardCharsets.UTF_8)).errors())
                .containsExactly("body-not-gzip");
    }

    @Test
    void aBombIsRefused() {
        byte[] blanks = new byte[50_000_000];
        Arrays.fill(blanks, (byte) ' ');
        String text = new String(blanks, StandardCharsets.ISO_8859_1);
        assertThat(send(ROLLBACKS, JSON, Gzip.of(text)).code()).isEqualTo("body-too-large");
        for (String form : new String[] {text, part("catalogue", text), part("meta", "{}") + text}) {
            assertThat(send(RELEASES, FORM, Gzip.of(form)).status()).isBetween(400, 413);
        }
    }

    @Test
    void aByteOrderMarkOfTheMetaPartIsNamed() {
        Answer answer = client.post(RELEASES, FORM, part("meta", "\uFEFF{}"), "X-API-Key", key("publisher"));
        assertThat(answer.errors()).containsExactly("json-byte-order-mark");
    }

    private static String part(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n--x--\r\n";
    }

    private Answer send(String path, String type, byte[] body) {
        return client.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                type,
                "Content-Encoding",
                "gzip",
                "X-API-Key",
                key("publisher"));
    }
}
