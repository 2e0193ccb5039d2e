package io.quanyi.release.publish.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Tests of drafts of release 1 that are brought up to date after release 2 was published. */
@Tag("slow")
class DraftUpdateIntegrationTests {

    private static final String GALAXY = "/v1/programmes/kingdee-galaxy-public";
    private static final String DRAFTS = GALAXY + "/drafts";
    private static final String JSON = "application/json";
    private static final String RULES = "issue-feedback.drl";
    private static final String CASES = "issue-feedback.cases.yaml";
    private static final String CATALOGUE = "catalogue.yaml";
    private static final String PLAN =
            "{\"laterReleases\":\"keep\",\"note\":{\"zh-CN\":\"改名\",\"en\":\"Other names\"}}";

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static String published;

    @BeforeAll
    static void publishReleaseTwo() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
        published = begin(1);
        edit(published, RULES, "Basic includes issue feedback", "Basic has issue feedback");
        edit(published, CATALOGUE, "en: Basic }", "en: Basic services }");
        edit(published, CATALOGUE, "en: Technical guidance }", "en: Guidance }");
        append(published, CATALOGUE, opening("issue-feedback"));
        append(published, CASES, caseOf("基础服务：上午提交问题反馈", "in the morning", "10:00:00"));
        mine("POST", published + "/submit", PLAN, "Content-Type", JSON, "If-Match", "*");
        Answer done = mine("POST", published + "/publish", null, "If-Match", "*");
        assertThat(done.status()).as(done.text()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aDraftSaysWhichReleaseHasOvertakenIt() {
        String old = begin(1);
        Answer shown = service.get(old);
        assertThat(shown.json().at("/overtaken").asInt()).isEqualTo(2);
        assertThat(service.get(begin(2)).json().at("/overtaken").isNull()).isTrue();
        assertThat(service.get(published).json().at("/overtaken").isNull()).isTrue();
        assertThat(service.get(DRAFTS)
                        .json()
                        .at("/drafts")
                        .valueStream()
                        .filter(draft -> old.endsWith(draft.at("/id").asString()))
                        .map(draft -> draft.at("/overtaken").asInt()))
                .containsExactly(2);
        // The tag says so as well, and still names the state that was seen
        assertThat(shown.header("ETag")).endsWith("-overtaken-2\"");
        assertThat(update(old, null, shown.header("ETag")).status()).isEqualTo(200);
    }

    @Test
    void whatBothChangeApartIsMerged() {
        String draft = begin(1);
        edit(draft, RULES, "In preferred issue feedback is answered", "Preferred is answered");
        edit(draft, CATALOGUE, "en: Preferred }", "en: Preferred services }");
        append(draft, CATALOGUE, opening("upgrade-guidance"));
        append(draft, CASES, caseOf("基础服务：下午提交问题反馈", "in the afternoon", "15:00:00"));
        mine("POST", draft + "/submit", PLAN, "Content-Type", JSON, "If-Match", "*");
        String seen = service.get(draft).header("ETag");
        Answer answer = update(draft, null, seen);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode done = answer.json();
        assertThat(done.at("/updated").asBoolean()).isTrue();
        assertThat(done.at("/earlierBase").asInt()).isOne();
        assertThat(done.at("/empty").asBoolean()).isFalse();
        assertThat(texts(done.at("/files"), "/name")).containsExactly(CATALOGUE, CASES, RULES);
        assertThat(texts(done.at("/files"), "/change")).containsOnly("changed");
        assertThat(texts(done.at("/changes"), "/id"))
                .containsExactly("GAL-FB-01", "basic", "upgrade-guidance", "issue-feedback kingdee-cloud-galaxy");
        assertThat(done.at("/draft")).isEqualTo(service.get(draft).json());
        assertThat(done.at("/draft/base").asInt()).isEqualTo(2);
        assertThat(done.at("/draft/state").asString()).isEqualTo("editing");
        assertThat(done.at("/draft/overtaken").isNull()).isTrue();
        assertThat(text(draft, RULES)).contains("Basic has issue feedback", "Preferred is answered");
        assertThat(text(draft, CATALOGUE)).contains("en: Basic services }", "en: Preferred services }");
        assertThat(text(draft, CATALOGUE))
                .endsWith(
                        opening("issue-feedback") + opening("upgrade-guidance").substring(10));
        assertThat(text(draft, CASES)).contains("in the morning", "in the afternoon");
        assertThat(mine("POST", draft + "/check", null).json().at("/faults")).isEmpty();
        // Repeated for the state that it made, it changes nothing; for the one before, it is refused
        Answer again = update(draft, null, answer.header("ETag"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/updated").asBoolean()).isFalse();
        assertThat(again.json().at("/earlierBase").asInt()).isEqualTo(2);
        assertThat(again.json().at("/files")).isEmpty();
        assertThat(again.json().at("/draft")).isEqualTo(done.at("/draft"));
        assertThat(update(draft, null, seen).code()).isEqualTo("draft-changed");
    }

    @Test
    void whatBothChangeInTheSamePlaceIsRefusedWhole() {
        String draft = begin(1);
        edit(draft, RULES, "Basic includes issue feedback", "Basic contains issue feedback");
        edit(draft, RULES, "In preferred issue feedback is answered", "Preferred is answered");
        edit(draft, CATALOGUE, "en: Carrying out the upgrade or migration }", "en: Migration }");
        mine("DELETE", draft + "/files/" + CASES, null, "If-Match", "*");
        JsonNode before = service.get(draft).json();
        Answer answer = update(draft, null, "*");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("draft-conflicts");
        assertThat(answer.errors())
                .containsExactly("draft-conflict-left-out", "draft-conflict", "draft-conflict-member");
        JsonNode errors = answer.json().at("/errors");
        assertThat(texts(errors, "/file")).containsExactly(CASES, RULES, CATALOGUE);
        assertThat(errors.at("/1/line").asInt()).isEqualTo(7);
        assertThat(errors.at("/1/message").asString())
                .contains("“@en(\"Basic has issue feedback\")”", "“@en(\"Basic contains issue feedback\")”");
        assertThat(errors.at("/2/message").asString()).contains("upgrade-guidance (activities)");
        assertThat(service.get(draft).json()).isEqualTo(before);
    }

    @Test
    void aDraftWhoseChangesAreInItsNewBaseIsEmpty() {
        String draft = begin("{\"title\":\"The same\",\"base\":1,\"restores\":2}");
        assertThat(texts(service.get(draft).json().at("/files"), "/change")).contains("changed");
        JsonNode done = update(draft, "{\"base\":2}", "*").json();
        assertThat(done.at("/empty").asBoolean()).isTrue();
        assertThat(texts(done.at("/draft/files"), "/change")).containsOnly("unchanged");
    }

    @Test
    void anotherBaseCanBeNamed() {
        String draft = begin(2);
        JsonNode done = update(draft, "{\"base\":1}", "*").json();
        assertThat(done.at("/updated").asBoolean()).isTrue();
        assertThat(done.at("/draft/base").asInt()).isOne();
        assertThat(done.at("/draft/overtaken").asInt()).isEqualTo(2);
        assertThat(texts(done.at("/draft/files"), "/change")).containsOnly("unchanged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"base\":3} | 422 | /base unknown-release",
                "{\"base\":0} | 400 | /base number-out-of-range",
                "{\"title\":\"T\"} | 400 | /title unknown-member"
            })
    void aBaseThatThereIsNotIsRefused(String body, int status, String error) {
        Answer answer = update(begin(1), body, "*");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errors()).containsExactly(error);
    }

    @Test
    void onlyWhoHasSeenADraftAsItIsMayUpdateItBeforeItIsPublished() {
        String draft = begin(1);
        assertThat(mine("POST", draft + "/update", null).code()).isEqualTo("precondition-required");
        assertThat(update(draft, null, "\"old\"").code()).isEqualTo("draft-changed");
        assertThat(update(published, null, "*").code()).isEqualTo("draft-published");
        assertThat(update(DRAFTS + "/nothing", null, "*").errors()).containsExactly("unknown-draft");
        Answer reader = service.send("POST", draft + "/update", null, RunningService.readerKey(), "If-Match", "*");
        assertThat(reader.status()).isEqualTo(403);
        assertThat(service.get(draft).json().at("/base").asInt()).isOne();
    }

    private static Answer update(String draft, @Nullable String body, String seen) {
        List<String> headers = new ArrayList<>(List.of("If-Match", seen));
        if (body != null) {
            headers.addAll(List.of("Content-Type", JSON));
        }
        return mine("POST", draft + "/update", body, headers.toArray(String[]::new));
    }

    private static String begin(int base) {
        return begin("{\"title\":\"A change\",\"base\":" + base + "}");
    }

    private static String begin(String body) {
        Answer answer = mine("POST", DRAFTS, body, "Content-Type", JSON);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location");
    }

    private static String text(String draft, String file) {
        return file.equals(RULES)
                ? rules(draft)
                : service.get(draft + "/files/" + file).text();
    }

    /** The rules as they are kept, or else those of release 1: rules name classes, which no other answer may. */
    private static String rules(String draft) {
        Path kept = folder.resolve("data/.drafts")
                .resolve(draft.substring(DRAFTS.length() + 1))
                .resolve(RULES);
        Path shipped = Path.of("rules/kingdee-galaxy-public/policy/2025.1").resolve(RULES);
        try {
            return Files.readString(Files.exists(kept) ? kept : shipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(String draft, String file, String from, String to) {
        String before = text(draft, file);
        assertThat(before).contains(from);
        write(draft, file, before.replace(from, to));
    }

    private static void append(String draft, String file, String more) {
        write(draft, file, text(draft, file) + more);
    }

    private static void write(String draft, String file, String text) {
        Answer answer = mine("PUT", draft + "/files/" + file, text, "Content-Type", "text/plain", "If-Match", "*");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String opening(String service) {
        return "openings:\n  - { service: " + service + ", product: kingdee-cloud-galaxy }\n";
    }

    private static String caseOf(String name, String english, String time) {
        return "\n  - name: " + name + "\n    en: " + english + "\n    given: basic\n"
                + "    question: { service: issue-feedback, at: 2026-03-03T" + time + "+08:00 }\n"
                + "    expect: { outcome: ENTITLED }\n    fires: [GAL-FB-01]\n";
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return list.valueStream().map(one -> one.at(pointer).asString()).toList();
    }

    private static Answer mine(String method, String path, @Nullable String body, String... headers) {
        return service.send(method, path, body, RunningService.key(), headers);
    }
}
