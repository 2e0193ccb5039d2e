package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The files in force are downloaded, edited and sent back; what comes back unchanged is said to be identical. In this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DownloadedFilesIntegrationTests {

    private static final String FILES = "/v1/programmes/tiny/files/";
    private static final String META = "{\"note\":" + RunningService.NOTE + "}";
    private static final TinyRules RULES = TinyRules.sealed();

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        RULES.write(Files.createDirectory(folder.resolve("rules")));
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "catalogue, application/yaml, tiny-catalogue-2026-01-01.yaml, tiny/catalogue/2026-01-01.yaml",
        "policy, application/zip, tiny-policy-1.zip, tiny/policy/1/",
        "calendars, application/zip, tiny-calendars-2026-01-01.zip, calendars/2026-01-01/"
    })
    void eachPartIsGivenInTheFormInWhichItIsPublished(String part, String type, String name, String path) {
        HttpResponse<byte[]> answer = download(part);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + name + "\"");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        SourceTree given = part.equals("catalogue")
                ? SourceTree.of(List.of(new SourceFile("", answer.body())))
                : SourceTree.ofZip(new ByteArrayInputStream(answer.body()));
        assertThat(given.under(""))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(RULES.tree().below(path));
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "/v1/programmes/none/files/catalogue, 404",
        "/v1/programmes/tiny/files/cases, 404",
        "/v1/programmes/tiny/files/catalogue?release=77, 422",
        "/v1/programmes/tiny/files/policy?at=1999-01-01T00:00:00Z, 200",
        "/v1/programmes/tiny/files/policy?version=1, 400"
    })
    void whatThereIsNotIsRefused(String path, int status) {
        assertThat(service.get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"", "\uFEFF", "\r\n"})
    void whatComesBackUnchangedIsIdenticalAndNotPublished(String edit) {
        String catalogue = new String(download("catalogue").body(), StandardCharsets.UTF_8);
        String edited = edit.equals("\r\n") ? catalogue.replace("\n", edit) : edit + catalogue;
        MultipartForm form = MultipartForm.of(META)
                .with("catalogue", edited)
                .with("policy", download("policy").body())
                .with("calendars", download("calendars").body());
        String before = service.ledgerTag("tiny");
        Answer answer = service.publish("tiny", form, "If-Match", before);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.errors())
                .containsExactly(
                        "nothing-changes",
                        "/calendars part-identical",
                        "/catalogue part-identical",
                        "/policy part-identical");
        assertThat(answer.text()).contains("identical to version 2026-01-01");
        assertThat(service.ledgerTag("tiny")).isEqualTo(before);
        Answer tried = service.dryRun("tiny", form);
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().path("unchanged").asBoolean()).isTrue();
        assertThat(tried.json().path("sent").valueStream())
                .allSatisfy(
                        part -> assertThat(part.path("identical").asBoolean()).isTrue())
                .hasSize(3);
        assertThat(service.ledgerTag("tiny")).isEqualTo(before);
    }

    @Test
    @Order(3)
    void oneChangedLineIsPublishedAndShownBeforeAndAfter() {
        String edited =
                new String(download("catalogue").body(), StandardCharsets.UTF_8).replace("en: Thing", "en: Gadget");
        Answer answer = publish(MultipartForm.of(META).with("catalogue", edited));
        assertThat(answer.json().path("unchanged").asBoolean()).isFalse();
        assertThat(answer.json().at("/sent/0").toString())
                .isEqualTo("{\"part\":\"catalogue\",\"identical\":false,\"against\":\"2026-01-01\","
                        + "\"files\":[{\"path\":\"\",\"change\":\"changed\"}]}");
        JsonNode change = answer.json().at("/changes/0");
        assertThat(change.path("id").asString()).isEqualTo("thing");
        assertThat(change.path("members").toString()).isEqualTo("[\"names\"]");
        assertThat(change.at("/values/0/member").asString()).isEqualTo("names");
        assertThat(change.at("/values/0/before").asString()).contains("Thing");
        assertThat(change.at("/values/0/after").asString()).contains("Gadget");
        assertThat(new String(download("catalogue").body(), StandardCharsets.UTF_8))
                .isEqualTo(edited);
        assertThat(new String(download("catalogue?release=1").body(), StandardCharsets.UTF_8))
                .contains("en: Thing");
        JsonNode listed = service.get("/v1/programmes/tiny/changes?from=2020-01-01T00:00:00Z")
                .json();
        assertThat(listed.at("/changes/0/changes/0/values")).isEqualTo(change.path("values"));
    }

    @Test
    @Order(4)
    void ofSeveralFilesEachIsSaidToBeIdenticalOrNot() {
        Map<String, byte[]> policy = new LinkedHashMap<>();
        SourceTree.ofZip(new ByteArrayInputStream(download("policy").body()))
                .under("")
                .forEach(file -> policy.put(file.path(), file.bytes()));
        policy.computeIfPresent(
                "clauses.yaml",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("There is help", "There was help")
                        .getBytes(StandardCharsets.UTF_8));
        String inForce = service.get("/v1/programmes/tiny/releases/2")
                .json()
                .path("catalogue")
                .asString();
        Answer answer = publish(MultipartForm.of(META)
                .with("catalogue", download("catalogue").body())
                .with("policy", MultipartForm.zip(policy)));
        assertThat(answer.json().at("/release/catalogue").asString()).isEqualTo(inForce);
        assertThat(answer.json().at("/release/policy").asString()).isNotEqualTo("1");
        assertThat(answer.json()
                        .path("sent")
                        .valueStream()
                        .map(part -> part.path("part").asString() + " " + part.path("identical")))
                .containsExactly("policy false", "catalogue true");
        assertThat(answer.json()
                        .at("/sent/0/files")
                        .valueStream()
                        .map(file -> file.path("path").asString() + " "
                                + file.path("change").asString()))
                .containsExactly(
                        "clauses.yaml changed",
                        "help.cases.yaml identical",
                        "help.drl identical",
                        "plans.drl identical");
    }

    @Test
    @Order(5)
    void theFormForPublishingIsTakenAsThePageOpensIt() {
        Answer answer = service.dryRun("tiny", MultipartForm.of(META));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("unchanged").asBoolean()).isTrue();
        assertThat(answer.json().path("changes").size()).isZero();
    }

    private static Answer publish(MultipartForm form) {
        Answer answer = service.publish("tiny", form, "If-Match", service.ledgerTag("tiny"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static HttpResponse<byte[]> download(String part) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + FILES + part))
                    .headers("X-API-Key", RunningService.key(), "Accept", "application/problem+json")
                    .build();
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
