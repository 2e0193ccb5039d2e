package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.WideRules;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of publishing rules with very many combinations: the acceptance by the publisher, and the end of long checks.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WideRulesIntegrationTests {

    private static final String META = "{\"note\":" + RunningService.NOTE + "%s}";
    private static final String ACCEPT = ",\"accept\":[\"not-compared\"]";

    @TempDir
    private Path folder;

    private RunningService service;

    @BeforeEach
    void start() {
        TinyRules.sealed().twice().write(folder.resolve("rules"));
        service = RunningService.start(
                audit(),
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.publishing.max-time=30m",
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatCannotBeLookedAtIsPublishedOnlyIfThatIsAccepted() throws IOException {
        SourceTree wide = WideRules.ofManyRules(TinyRules.sealed()).tree();
        Answer refused = publish(form(wide, ""));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().at("/errors")).hasSize(1);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("answers-not-compared");
        assertThat(refused.json().at("/errors/0/file").asString()).endsWith("/wide.drl");
        assertThat(refused.json().at("/errors/0/message").asString()).contains("Split that rule", "accept");

        Answer accepted = publish(form(wide, ACCEPT));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        assertThat(accepted.json().at("/release/accept/0").asString()).isEqualTo("not-compared");
        assertThat(accepted.json().at("/checked/notCompared/0/code").asString()).isEqualTo("answers-not-compared");
        assertThat(service.get("/v1/programmes/tiny/releases")
                        .json()
                        .at("/releases/1/accept/0")
                        .asString())
                .isEqualTo("not-compared");
        assertThat(Files.readString(audit()).lines().toList())
                .filteredOn(line -> line.contains("\"accepted\""))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"accept\":[\"not-compared\"]", "\"release\":2"));
    }

    @Test
    void aRuleThatAsksAboutTwentyFieldsIsPublishedAndWhatCannotBeComparedIsTold() {
        Answer answer = publish(form(WideRules.ofOneRule(TinyRules.sealed()).tree(), ""));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/release/accept").isMissingNode()).isTrue();
        assertThat(answer.json().at("/impact/notCompared/0/service").asString()).isEqualTo("wide");
        assertThat(answer.json().at("/impact/notCompared/0/code").asString()).isEqualTo("too-many-combinations");
    }

    @Test
    void somethingElseIsNotAccepted() {
        Answer answer = publish(form(TinyRules.sealed().tree(), ",\"accept\":[\"everything\"]"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/accept/0");
    }

    @Test
    void theWorkEndsWhenItsClientHasGone() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(service.url()).getPort())) {
            send(socket, "");
            awaitAudit("\"begun\"");
        }
        awaitAudit("publishing-ended");
        assertThat(Files.readString(audit())).doesNotContain("\"accepted\"");
        assertThat(service.get("/v1/programmes/tiny/releases").json().at("/releases"))
                .hasSize(1);
    }

    @Test
    void theWorkEndsWhenItsClientHasGoneAlsoIfMoreThanTheFormWasSent() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(service.url()).getPort())) {
            send(socket, "An epilogue, which means nothing. ".repeat(200));
            awaitAudit("\"begun\"");
        }
        awaitAudit("publishing-ended");
    }

    @Test
    void aFormThatGoesOnAfterItsEndIsRefused() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(service.url()).getPort())) {
            send(socket, "x".repeat(30_000));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void theWorkEndsWhenTheServiceStops() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(service.url()).getPort())) {
            send(socket, "");
            awaitAudit("\"begun\"");
            service.close();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 503")
                    .contains("publishing-ended", "Retry-After");
        }
        assertThat(Files.readString(audit())).contains("publishing-ended").doesNotContain("\"accepted\"");
    }

    private Answer publish(MultipartForm form) {
        return service.publish("tiny", form, "If-Match", service.ledgerTag("tiny"));
    }

    /** A publication whose check takes long, with bytes after the form. */
    private void send(Socket socket, String epilogue) throws IOException {
        byte[] form = form(WideRules.ofLongWork(TinyRules.sealed()).tree(), "").bytes();
        String head =
                "POST /v1/programmes/tiny/releases HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + RunningService.key()
                        + "\r\nIf-Match: " + service.ledgerTag("tiny") + "\r\nContent-Type: " + MultipartForm.TYPE
                        + "\r\nContent-Length: " + (form.length + epilogue.length()) + "\r\nConnection: close\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(form);
        out.write(epilogue.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static MultipartForm form(SourceTree tree, String more) {
        Map<String, byte[]> files = new TreeMap<>();
        String policy = tree.under("tiny/policy/2/").isEmpty() ? "tiny/policy/1/" : "tiny/policy/2/";
        for (SourceFile file : tree.under(policy)) {
            files.put(file.path().substring(policy.length()), file.bytes());
        }
        List<SourceFile> catalogues = tree.under("tiny/catalogue/");
        return MultipartForm.of(META.formatted(more))
                .with("policy", MultipartForm.zip(files))
                .with("catalogue", catalogues.get(catalogues.size() - 1).bytes());
    }

    /** Waits until the audit log contains a text; fails if the publication ends otherwise. */
    private void awaitAudit(String words) throws IOException, InterruptedException {
        for (String log = ""; !log.contains(words); log = Files.readString(audit())) {
            assertThat(log.lines().filter(line -> line.contains("\"status\""))).isEmpty();
            Thread.sleep(50);
        }
    }

    private Path audit() {
        return folder.resolve("audit.ndjson");
    }
}
