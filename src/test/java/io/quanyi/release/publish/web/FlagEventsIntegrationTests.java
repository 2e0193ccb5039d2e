package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The events of OFREP after a publication, and when a release comes into force. */
@Tag("slow")
class FlagEventsIntegrationTests {

    private static final String CONTEXT = """
            { "context": { "programme": "tiny", "targetingKey": "C", "plan": "low", "product": "thing", "deployment": "public-cloud" } }""";

    @TempDir
    private Path folder;

    @Test
    void readersAreToldOfAPublicationAndWhenItComesIntoForce() throws IOException, InterruptedException {
        Path rules = TinyRules.sealed().write(folder.resolve("rules"));
        try (RunningService service = RunningService.start(
                        folder.resolve("audit.ndjson"),
                        "--quanyi.store.kind=folder",
                        "--quanyi.rules=" + rules,
                        "--quanyi.store.folder=" + folder.resolve("data"));
                BufferedReader events = open(service)) {
            OffsetDateTime soon =
                    OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
            assertThat(service.publish("tiny", form(soon), "If-Match", service.ledgerTag("tiny"))
                            .status())
                    .isEqualTo(201);
            String published = next(events);
            String inForce = next(events);
            assertThat(OffsetDateTime.now(ZoneOffset.UTC)).isAfterOrEqualTo(soon);
            assertThat(inForce).isNotEqualTo(published);
        }
    }

    private static MultipartForm form(OffsetDateTime from) {
        String catalogue = new String(
                Objects.requireNonNull(TinyRules.sealed().tree().file("tiny/catalogue/2026-01-01.yaml"))
                        .bytes(),
                StandardCharsets.UTF_8);
        return MultipartForm.of("{\"effectiveFrom\":\"" + from + "\",\"note\":" + RunningService.NOTE + "}")
                .with("catalogue", catalogue.replace("en: Thing", "en: Device"));
    }

    private static BufferedReader open(RunningService service) throws IOException, InterruptedException {
        HttpRequest all = HttpRequest.newBuilder(URI.create(service.url() + "/ofrep/v1/evaluate/flags"))
                .header("X-API-Key", RunningService.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CONTEXT))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        String address = JsonMapper.shared()
                .readTree(client.send(all, BodyHandlers.ofString()).body())
                .at("/eventStreams/0/endpoint/requestUri")
                .asString();
        HttpRequest events =
                HttpRequest.newBuilder(URI.create(service.url() + address)).build();
        HttpResponse<InputStream> answer = client.send(events, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        InputStream body = answer.body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The data of the next event; comments that keep the connection open are passed over. */
    private static String next(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = events.readLine();
        }
        assertThat(line).contains("\"type\":\"refetchEvaluation\"");
        return line;
    }
}
