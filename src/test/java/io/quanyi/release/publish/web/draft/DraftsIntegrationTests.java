package io.quanyi.release.publish.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.release.publish.PartKind;
import io.quanyi.release.publish.web.RunningService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tests of drafts over HTTP, kept beside rules that nobody can publish to: how they are begun, edited and removed. */
class DraftsIntegrationTests {

    private static final String GALAXY = "/v1/programmes/kingdee-galaxy-public";
    private static final String DRAFTS = GALAXY + "/drafts";
    private static final String CASES = "issue-feedback.cases.yaml";
    private static final String TEXT = "text/plain";

    @TempDir
    private static Path folder;

    private static RunningService service;

    private final List<String> begun = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"), "--quanyi.drafts.most=4", "--quanyi.drafts.most-bytes=600KB");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void removeDrafts() {
        for (String path : begun) {
            send("DELETE", path, null, "If-Match", "*");
        }
        assertThat(service.get(DRAFTS).json().at("/drafts")).isEmpty();
    }

    @Test
    void aDraftBeginsWithTheFilesOfTheReleaseInForceAndChangesNone() {
        Answer answer = create("{\"title\":\"答复时限\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode draft = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo(DRAFTS + "/" + draft.at("/id").asString());
        assertThat(answer.header("ETag")).isEqualTo(draft.at("/etag").asString());
        assertThat(draft.at("/title").asString()).isEqualTo("答复时限");
        assertThat(draft.at("/base").asInt()).isOne();
        assertThat(draft.at("/createdBy").asString()).isEqualTo("key:all");
        assertThat(names(draft)).contains(CASES, "clauses.yaml", "catalogue.yaml");
        assertThat(draft.at("/files")
                        .valueStream()
                        .map(file -> file.at("/change").asString()))
                .containsOnly("unchanged");
        assertThat(service.get(answer.header("Location")).json()).isEqualTo(draft);
        JsonNode listed = service.get(DRAFTS).json().at("/drafts/0");
        assertThat(listed.at("/id")).isEqualTo(draft.at("/id"));
        assertThat(listed.at("/files")).isEmpty();
    }

    @Test
    void aFileIsWrittenOverTheOneThatWasSeen() {
        String draft = begin();
        Answer before = service.get(draft + "/files/" + CASES);
        String edited = before.text() + "# a remark\n";
        Answer written = write(draft, CASES, edited, "If-Match", before.header("ETag"));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(changes(written.json())).containsExactly(CASES + " changed");
        Answer after = service.get(draft + "/files/" + CASES);
        assertThat(after.text()).isEqualTo(edited);
        assertThat(after.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(after.header("ETag")).isEqualTo(written.header("ETag")).isNotEqualTo(before.header("ETag"));
        Answer back = write(draft, CASES, before.text(), "If-Match", after.header("ETag"));
        assertThat(changes(back.json())).isEmpty();
        assertThat(service.get(draft + "/files/" + CASES).text()).isEqualTo(before.text());
    }

    @Test
    void twoPeopleNeverOverwriteEachOtherUnseen() {
        String draft = begin();
        String seen = service.get(draft + "/files/" + CASES).header("ETag");
        String other = service.get(draft + "/files/clauses.yaml").header("ETag");
        Answer first = service.send(
                "PUT",
                draft + "/files/" + CASES,
                "// one",
                RunningService.colleagueKey(),
                "Content-Type",
                TEXT,
                "If-Match",
                seen);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Answer second = write(draft, CASES, "// two", "If-Match", seen);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("draft-changed");
        assertThat(second.json().at("/detail").asString()).startsWith("key:colleague changed this draft at ");
        assertThat(service.get(draft + "/files/" + CASES).text()).isEqualTo("// one");
        // Another file of the same draft is not touched by that
        Answer apart = write(draft, "clauses.yaml", "clauses: []", "If-Match", other);
        assertThat(apart.status()).as(apart.text()).isEqualTo(200);
        assertThat(apart.json().at("/editedBy").valueStream().map(JsonNode::asString))
                .containsExactly("key:colleague", "key:all");
    }

    @Test
    void aFileIsAddedWhereThereIsNoneAndLeftOut() {
        String draft = begin();
        assertThat(write(draft, "new.drl", "// new", "If-None-Match", "*").status())
                .isEqualTo(200);
        assertThat(write(draft, "new.drl", "// again", "If-None-Match", "*").code())
                .isEqualTo("draft-changed");
        assertThat(write(draft, "other.drl", "// none", "If-Match", "*").code()).isEqualTo("draft-changed");
        Answer both = send("DELETE", draft + "/files/" + CASES, null, "If-Match", "*");
        assertThat(changes(both.json())).containsExactly(CASES + " removed", "new.drl added");
        assertThat(service.get(draft + "/files/" + CASES).status()).isEqualTo(404);
        assertThat(send("DELETE", draft + "/files/" + CASES, null, "If-Match", "*")
                        .status())
                .isEqualTo(404);
        Answer one = send("DELETE", draft + "/files/new.drl", null, "If-Match", "*");
        assertThat(changes(one.json())).containsExactly(CASES + " removed");
        Answer catalogue = send("DELETE", draft + "/files/catalogue.yaml", null, "If-Match", "*");
        assertThat(catalogue.status()).isEqualTo(422);
        assertThat(catalogue.errors()).containsExactly("draft-file-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft.yaml", "releases.yaml", "rule.txt", ".drl", "A.drl", "x..drl", "calendars"})
    void noFileHasAnotherNameThanAReleaseMayHave(String name) {
        String draft = begin();
        Answer answer = write(draft, name, "x", "If-None-Match", "*");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("/file draft-file-name");
        assertThat(service.get(draft + "/files/" + name).status()).isEqualTo(404);
    }

    @Test
    void whatIsHostileIsKeptAsItIsAndDoesNothing() {
        String draft = begin();
        String hostile = "package x;\nrule \"r\" when then System.exit(1); end \u0000 \u202e";
        assertThat(write(draft, CASES, hostile, "If-Match", "*").status()).isEqualTo(200);
        assertThat(service.get(draft + "/files/" + CASES).text()).isEqualTo(hostile);
        assertThat(service.get(GALAXY + "/releases").status()).isEqualTo(200);
    }

    @Test
    void aCallThatDoesNotSayWhatItHasSeenIsRefused() {
        String draft = begin();
        for (Answer answer : List.of(
                write(draft, CASES, "x"),
                write(draft, CASES, "x", "If-None-Match", "\"a\""),
                send("DELETE", draft + "/files/" + CASES, null),
                send("DELETE", draft, null))) {
            assertThat(answer.status()).isEqualTo(428);
            assertThat(answer.code()).isEqualTo("precondition-required");
        }
        assertThat(send("DELETE", draft, null, "If-Match", "\"old\"").code()).isEqualTo("draft-changed");
    }

    @Test
    void aRepeatedCallBeginsOneDraft() {
        String body = "{\"title\":\"Once\"}";
        Answer first = create(body, "Idempotency-Key", "k1");
        Answer again = create("{ \"title\": \"Once\" }", "Idempotency-Key", "k1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = create("{\"title\":\"Other\"}", "Idempotency-Key", "k1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        assertThat(create(body, "Idempotency-Key", "a b").status()).isEqualTo(400);
    }

    @Test
    void draftsAreBoundedInNumberAndSize() {
        String draft = begin();
        begin();
        begin();
        begin();
        Answer fifth = create("{\"title\":\"One too many\"}");
        assertThat(fifth.status()).isEqualTo(409);
        assertThat(fifth.code()).isEqualTo("drafts-full");
        assertThat(fifth.errors()).containsExactly("drafts-too-many");
        assertThat(write(draft, "a.drl", "x".repeat(PartKind.MAX_BYTES), "If-None-Match", "*")
                        .status())
                .isEqualTo(200);
        Answer tooMuch = write(draft, "b.drl", "x".repeat((600 << 10) - PartKind.MAX_BYTES + 1), "If-None-Match", "*");
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.errors()).containsExactly("draft-too-large");
        assertThat(write(draft, "b.drl", "x".repeat((600 << 10) - PartKind.MAX_BYTES), "If-None-Match", "*")
                        .status())
                .isEqualTo(200);
        Answer tooLong = write(draft, "a.drl", "x".repeat(PartKind.MAX_BYTES + 1), "If-Match", "*");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.errors()).containsExactly("file-too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | /title member-missing",
                "{\"title\":\"T\",\"base\":0} | 400 | /base number-out-of-range",
                "{\"title\":\"T\",\"base\":99} | 422 | /base unknown-release",
                "{\"title\":\"T\",\"restores\":99} | 422 | /restores unknown-release",
                "{\"title\":\"T\",\"files\":[]} | 400 | /files unknown-member"
            })
    void aDraftThatCannotBeIsNotBegun(String body, int status, String error) {
        Answer answer = create(body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errors()).containsExactly(error);
    }

    @Test
    void thereIsNothingWhereThereIsNoDraft() {
        String draft = begin();
        Answer other = service.get("/v1/programmes/kingdee-premium-success" + draft.substring(GALAXY.length()));
        assertThat(other.errors()).containsExactly("unknown-draft");
        assertThat(service.get(DRAFTS + "/nothing").errors()).containsExactly("unknown-draft");
        assertThat(service.get(draft + "/files/nothing.drl").errors()).containsExactly("unknown-draft-file");
        assertThat(service.get("/v1/programmes/nothing/drafts").errors()).containsExactly("unknown-programme");
        assertThat(write(DRAFTS + "/nothing", CASES, "x", "If-Match", "*").status())
                .isEqualTo(404);
    }

    @Test
    void onlyAnAuthorMayDraft() {
        Answer answer = service.send(
                "POST", DRAFTS, "{\"title\":\"T\"}", RunningService.readerKey(), "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/detail").asString()).contains("role author");
    }

    private String begin() {
        Answer answer = create("{\"title\":\"A change\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location");
    }

    private Answer create(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        Answer answer = send("POST", DRAFTS, body, all.toArray(String[]::new));
        if (answer.status() == 201) {
            begun.add(answer.header("Location"));
        }
        return answer;
    }

    private static Answer write(String draft, String file, String text, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", TEXT));
        all.addAll(List.of(headers));
        return send("PUT", draft + "/files/" + file, text, all.toArray(String[]::new));
    }

    private static Answer send(String method, String path, @Nullable String body, String... headers) {
        return service.send(method, path, body, RunningService.key(), headers);
    }

    private static List<String> names(JsonNode draft) {
        return draft.at("/files")
                .valueStream()
                .map(file -> file.at("/name").asString())
                .toList();
    }

    private static List<String> changes(JsonNode draft) {
        return draft.at("/files")
                .valueStream()
                .map(file ->
                        file.at("/name").asString() + " " + file.at("/change").asString())
                .toList();
    }
}
