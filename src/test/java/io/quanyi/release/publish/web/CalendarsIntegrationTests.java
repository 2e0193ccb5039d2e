package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.ApiContract;
import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of calendars over HTTP, from the dry run to the answers, in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarsIntegrationTests {

    private static final String PATH = "/v1/calendars";
    private static final TinyRules RULES = TinyRules.sealed().twice();
    private static final String META =
            "{\"effectiveFrom\":\"2026-11-20T00:00:00+08:00\",\"note\":" + RunningService.NOTE + "}";

    /** A correction: the Monday on which the answer of a case is due becomes a holiday. */
    private static final String CORRECTED = """
              - { name: { zh-CN: 更正, en: Correction }, from: 2026-11-23, to: 2026-11-23 }
            """;

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        RULES.write(folder.resolve("rules"));
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

    @Test
    @Order(1)
    void theListSaysWhichReleasesUseAVersionAndTheRevision() {
        Answer list = service.get(PATH);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("ETag"))
                .isEqualTo('"' + list.json().at("/revision").asString() + '"');
        assertThat(list.json().at("/versions").size()).isEqualTo(1);
        assertThat(list.json().at("/versions/0/version").asString()).isEqualTo("2026-01-01");
        assertThat(list.json().at("/versions/0/releases").toString())
                .isEqualTo("[{\"programme\":\"tiny\",\"number\":1},{\"programme\":\"twin\",\"number\":1}]");
    }

    @Test
    @Order(2)
    void aDryRunSaysForEachProgrammeWhatWouldChange() {
        String before = service.get(PATH).header("ETag");
        Answer tried = service.post(PATH + "?dryRun=true", form());
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().at("/published").asBoolean()).isFalse();
        assertThat(tried.json().at("/calendars").asString()).isEqualTo("2026-11-20");
        assertThat(tried.json().at("/programmes").size()).isEqualTo(2);
        JsonNode release = tried.json().at("/programmes/1/releases/0");
        assertThat(release.at("/changes/0/id").asString()).isEqualTo("cn 2026-11-23");
        assertThat(release.at("/impact/definitions/0/after").asString()).contains("Correction");
        assertThat(release.at("/changedCases/0/code").asString()).isEqualTo("case-changed");
        assertThat(release.at("/changedCases/0/message").asString())
                .contains("/response/dueAt: 2026-11-23T16:00:00+08:00 becomes 2026-11-24T16:00:00+08:00");
        assertThat(service.get(PATH).header("ETag")).isEqualTo(before);
    }

    @Test
    @Order(3)
    void eachProgrammeSaysWhatBecomesOfTheRequestsAboutIt() {
        String meta = META.replace("}}", "},\"requests\":[" + asked("twin") + "," + asked("tiny") + "]}");
        Answer tried =
                service.post(PATH + "?dryRun=true", MultipartForm.of(meta).with("calendars", files(CORRECTED)));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        for (JsonNode programme : tried.json().path("programmes")) {
            JsonNode requests = programme.at("/releases/0/impact/requests");
            assertThat(requests.size()).as("%s", programme).isEqualTo(1);
            assertThat(requests.at("/0/coverage").asString()).isEqualTo("unchanged");
            assertThat(requests.at("/0/number").asInt()).isEqualTo(1);
        }
        String some = META.replace("}}", "},\"requests\":[" + asked("twin") + "]}");
        JsonNode tiny = service.post(
                        PATH + "?dryRun=true", MultipartForm.of(some).with("calendars", files(CORRECTED)))
                .json()
                .at("/programmes/0");
        assertThat(tiny.path("programme").asString()).isEqualTo("tiny");
        assertThat(tiny.at("/releases/0/impact").has("requests")).isFalse();
    }

    @Test
    @Order(3)
    void requestsAboutNoProgrammeAreRefusedBeforeAnythingIsStored() {
        String seen = service.get(PATH).header("ETag");
        String meta = META.replace("}}", "},\"requests\":[" + asked("twin") + "," + asked("nobody") + "]}");
        assertThat(service.post(PATH, MultipartForm.of(meta).with("calendars", files(CORRECTED)), "If-Match", seen)
                        .errors())
                .containsExactly("/requests/1/programme unknown-programme");
        assertThat(service.get(PATH).header("ETag")).isEqualTo(seen);
    }

    private static String asked(String programme) {
        return "{\"programme\":\"" + programme + "\",\"subscription\":{\"plan\":\"high\"},"
                + "\"question\":{\"service\":\"help\",\"at\":\"2026-11-20T16:00:00+08:00\"}}";
    }

    @Test
    @Order(3)
    void theFormIsTakenAsPagesFillItThatAreMadeFromItsDescription() {
        JsonNode description = JsonMapper.shared().valueToTree(ApiContract.yaml());
        String meta =
                description.at("/components/schemas/CalendarMeta/examples/0").toString();
        Answer tried =
                service.post(PATH + "?dryRun=true", MultipartForm.of(meta).with("calendars", files(CORRECTED)));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void whoHasNotSeenTheStoreIsRefused() {
        assertThat(service.post(PATH, form()).status()).isEqualTo(428);
        Answer stale = service.post(PATH, form(), "If-Match", "\"sha256:0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("store-changed");
    }

    @Test
    @Order(3)
    void aMisspeltDryRunPublishesNothing() {
        String seen = service.get(PATH).header("ETag");
        assertThat(service.post(PATH + "?dry-run=true", form(), "If-Match", seen)
                        .errors())
                .containsExactly("/dry-run unknown-member");
        assertThat(service.get(PATH).header("ETag")).isEqualTo(seen);
    }

    @Test
    @Order(4)
    void aFormWithOtherPartsOrMembersIsRefused() {
        Answer other = service.post(PATH, form().with("policy", "x"), "If-Match", "*");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().at("/errors/0/message").asString()).contains("the parts are meta, calendars");
        String versions = META.replace("{\"eff", "{\"versions\":{\"policy\":\"1\"},\"eff");
        Answer member = service.post(PATH, MultipartForm.of(versions), "If-Match", "*");
        assertThat(member.status()).isEqualTo(400);
        assertThat(member.json().at("/errors/0/pointer").asString()).isEqualTo("/versions/policy");
    }

    @Test
    @Order(5)
    void aCorrectionIsPublishedInAllProgrammesAndAnswersAtOnce() throws IOException {
        MultipartForm form = form();
        assertThat(due()).isEqualTo("2026-11-23T16:00:00+08:00");
        Answer done =
                service.post(PATH, form, "If-Match", service.get(PATH).header("ETag"), "Idempotency-Key", "correction");
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.header("Location")).isEqualTo(PATH);
        assertThat(done.header("ETag")).isEqualTo(service.get(PATH).header("ETag"));
        assertThat(done.json().at("/programmes/0/releases/0/release/number").asInt())
                .isEqualTo(2);
        assertThat(due()).isEqualTo("2026-11-24T16:00:00+08:00");
        assertThat(Files.readString(folder.resolve("audit.ndjson")))
                .contains("\"action\":\"publish\"")
                .contains("\"outcome\":\"accepted\"");
        Answer again = service.post(PATH, form, "If-Match", "\"gone\"", "Idempotency-Key", "correction");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().at("/repeated").asBoolean()).isTrue();
        assertThat(again.json().at("/programmes/1/releases/0/release/number").asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(6)
    void aKeyThatMayOnlyReadPublishesNothing() {
        assertThat(service.postAsReader(PATH, form()).status()).isEqualTo(403);
    }

    /** Fri 16:00–17:30 is 1.5 h; Mon is off; Tue 08:30–12:00 3.5 h, then off; Wed 08:30–11:30 3 h; together 8 h. */
    @Test
    @Order(7)
    void aHalfDayIsCountedByTheHoursThatAreOpen() {
        MultipartForm form = form(CORRECTED + """
              - { name: { zh-CN: 半天, en: Half a day }, from: 2026-11-24, to: 2026-11-24, closed: 12:00-24:00 }
            """);
        Answer tried = service.post(PATH + "?dryRun=true", form);
        assertThat(tried.json().at("/programmes/0/releases/0/changes/0/id").asString())
                .isEqualTo("cn 2026-11-24");
        assertThat(tried.json()
                        .at("/programmes/0/releases/0/impact/definitions/0/after")
                        .asString())
                .isEqualTo("12:00-24:00 closed (Half a day)");
        assertThat(service.post(PATH, form, "If-Match", "*").status()).isEqualTo(201);
        assertThat(due()).isEqualTo("2026-11-25T11:30:00+08:00");
    }

    private static String due() {
        return service.decide(asked("twin")).json().at("/response/dueAt").asString();
    }

    private static MultipartForm form() {
        return form(CORRECTED);
    }

    private static MultipartForm form(String more) {
        return MultipartForm.of(META).with("calendars", files(more));
    }

    /** @param more the lines of more holidays */
    private static byte[] files(String more) {
        byte[] calendar = Objects.requireNonNull(RULES.tree().file("calendars/2026-01-01/cn/2026.yaml"))
                .bytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "cn/2026.yaml", (new String(calendar, StandardCharsets.UTF_8) + more).getBytes(StandardCharsets.UTF_8));
        return MultipartForm.zip(files);
    }
}
