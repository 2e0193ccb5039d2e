package io.quanyi.release.publish.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of drafts in a folder where a publication needs an approval: checked, tried, submitted, approved and published. */
class DraftApprovalIntegrationTests {

    private static final String GALAXY = "/v1/programmes/kingdee-galaxy-public";
    private static final String DRAFTS = GALAXY + "/drafts";
    private static final String JSON = "application/json";
    private static final String RULES = "/files/issue-feedback.drl";
    private static final String PLAN =
            "{\"effectiveFrom\":\"2027-01-01T00:00:00+08:00\",\"note\":{\"zh-CN\":\"目录\",\"en\":\"Catalogue\"}}";
    private static final String QUESTION =
            "{\"programme\":\"kingdee-galaxy-public\",\"subscription\":{\"plan\":\"basic\"},"
                    + "\"question\":{\"service\":\"issue-feedback\",\"at\":\"2026-11-20T16:00:00+08:00\"}}";

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"),
                "--quanyi.publishing.approvals=1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aCheckRemarksOnAResponseThatIsDueAfterTheResolution() throws IOException {
        String path = "/v1/programmes/yonyou-aftersales-sla/drafts";
        String draft = mine("POST", path, "{\"title\":\"Later\"}", "Content-Type", JSON)
                .header("Location");
        String file = draft + "/files/incident-support.drl";
        assertThat(mine("POST", draft + "/check", null).json().at("/remarks")).isEmpty();
        String rules = Files.readString(Path.of("rules/yonyou-aftersales-sla/policy/2023.1/incident-support.drl"))
                .replace("Response(hours(1))", "Response(hours(5))");
        mine("PUT", file, rules, "Content-Type", "text/plain", "If-Match", "*");
        Answer checked = mine("POST", draft + "/check", null);
        assertThat(checked.json().at("/sound").asBoolean()).isTrue();
        assertThat(checked.json().at("/remarks/0/code").asString()).isEqualTo("response-after-resolution");
        assertThat(checked.json().at("/remarks/0/file").asString()).isEqualTo("incident-support.drl");
        assertThat(checked.json().at("/remarks/0/message").asString()).contains("YAS-IN-03", "YAS-IN-04");
    }

    @Test
    void aDraftIsCheckedAndTriedWithoutAnybodyElseBeingAnsweredByIt() {
        String draft = begin();
        assertThat(mine("POST", draft + "/check", null).json().at("/sound").asBoolean())
                .isTrue();
        Answer sound = mine("POST", draft + "/decisions", QUESTION, "Content-Type", JSON);
        assertThat(sound.json().at("/outcome").asString()).isEqualTo("ENTITLED");
        Answer explained = mine("POST", draft + "/explanations", QUESTION, "Content-Type", JSON);
        assertThat(explained.status()).as(explained.text()).isEqualTo(200);
        assertThat(explained.text()).contains("GAL-FB-01");
        mine(
                "PUT",
                draft + RULES,
                "rule \"x\" when eval(true) then end",
                "Content-Type",
                "text/plain",
                "If-Match",
                "*");
        Answer checked = mine("POST", draft + "/check", null);
        assertThat(checked.json().at("/sound").asBoolean()).isFalse();
        assertThat(checked.json().at("/faults/0/file").asString()).isEqualTo("issue-feedback.drl");
        assertThat(checked.json().at("/faults/0/line").asInt()).isOne();
        Answer broken = mine("POST", draft + "/decisions", QUESTION, "Content-Type", JSON);
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.code()).isEqualTo("draft-unsound");
        Answer other = mine(
                "POST",
                draft + "/decisions",
                QUESTION.replace("{\"programme\":\"kingdee-galaxy-public\"", "{\"release\":1,\"programme\":\"other\""),
                "Content-Type",
                JSON);
        assertThat(other.errors())
                .containsExactly("/programme draft-of-other-programme", "/release draft-beside-release");
        assertThat(mine("POST", "/v1/decisions", QUESTION, "Content-Type", JSON)
                        .json()
                        .at("/outcome")
                        .asString())
                .isEqualTo("ENTITLED");
    }

    @Test
    void whatNobodyElseHasApprovedIsNotPublished() throws IOException {
        String draft = begin();
        String rules = draft.replace(GALAXY + "/drafts/", "data/.drafts/");
        edit(draft, "# one more\n");
        assertThat(folder.resolve(rules + "/catalogue.yaml")).exists();
        assertThat(mine("POST", draft + "/publish", null, "If-Match", "*").code())
                .isEqualTo("draft-not-submitted");
        assertThat(mine("POST", draft + "/submit", PLAN, "Content-Type", JSON).status())
                .isEqualTo(428);
        Answer submitted = mine("POST", draft + "/submit", PLAN, "Content-Type", JSON, "If-Match", "*");
        assertThat(submitted.json().at("/state").asString())
                .as(submitted.text())
                .isEqualTo("submitted");
        Answer early = mine("POST", draft + "/publish", null, "If-Match", "*");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("draft-not-approved");
        Answer approved = theirs(draft + "/approve", submitted.header("ETag"));
        assertThat(approved.json().at("/state").asString()).as(approved.text()).isEqualTo("approved");
        assertThat(approved.json().at("/approvals/0/by").asString()).isEqualTo("key:colleague");
        // An edit takes the approval back, and so does another plan
        edit(draft, "# and another\n");
        assertThat(service.get(draft).json().at("/state").asString()).isEqualTo("editing");
        submitted = mine("POST", draft + "/submit", PLAN, "Content-Type", JSON, "If-Match", "*");
        assertThat(theirs(draft + "/approve", approved.header("ETag")).code()).isEqualTo("draft-changed");
        theirs(draft + "/approve", submitted.header("ETag"));
        Answer published = mine("POST", draft + "/publish", null, "If-Match", "*");
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        int number = published.json().at("/release/number").asInt();
        assertThat(published.header("Location")).isEqualTo(GALAXY + "/releases/" + number);
        Answer again = mine("POST", draft + "/publish", null, "If-Match", "*");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/release")).isEqualTo(published.json().at("/release"));
        assertThat(service.get(draft).json().at("/published").asInt()).isEqualTo(number);
        assertThat(mine("PUT", draft + RULES, "x", "Content-Type", "text/plain", "If-Match", "*")
                        .code())
                .isEqualTo("draft-published");
        assertThat(Files.readString(folder.resolve("audit.ndjson")))
                .contains("\"action\":\"submit\"", "\"action\":\"approve\"", "\"principal\":\"key:colleague\"");
    }

    @Test
    void nobodyApprovesWhatTheyHadAPartIn() {
        String draft = begin();
        Answer file = service.get(draft + "/files/clauses.yaml");
        Answer edited = service.send(
                "PUT",
                draft + "/files/clauses.yaml",
                file.text() + "# theirs\n",
                RunningService.colleagueKey(),
                "Content-Type",
                "text/plain",
                "If-Match",
                "*");
        assertThat(edited.status()).isEqualTo(200);
        // Who edits last hides nobody who edited before
        edit(draft, "# mine\n");
        mine("POST", draft + "/submit", PLAN, "Content-Type", JSON, "If-Match", "*");
        Answer own = theirs(draft + "/approve", "*");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("draft-own");
        assertThat(mine("POST", draft + "/approve", null, "If-Match", "*").code())
                .isEqualTo("forbidden");
    }

    @Test
    void aDraftThatWasOvertakenIsNotPublished() {
        String draft = begin();
        edit(draft, "# behind\n");
        String other = begin();
        edit(other, "# ahead\n");
        publishNow(other);
        mine("POST", draft + "/submit", now(), "Content-Type", JSON, "If-Match", "*");
        theirs(draft + "/approve", "*");
        Answer overtaken = mine("POST", draft + "/publish", null, "If-Match", "*");
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.code()).isEqualTo("draft-overtaken");
        assertThat(overtaken.errors()).containsExactly("draft-overtaken", "draft-overtaken-file");
        assertThat(overtaken.json().at("/errors/1/file").asString()).isEqualTo("catalogue.yaml");
        // To go back is a draft, too
        String back = mine("POST", DRAFTS, "{\"title\":\"Back\",\"restores\":1}", "Content-Type", JSON)
                .header("Location");
        publishNow(back);
    }

    @Test
    void otherCallsThatPublishAreRefusedAndPointToDrafts() {
        String rollback = "{\"release\":1,\"note\":{\"zh-CN\":\"回退\",\"en\":\"Back\"}}";
        for (String call : List.of("/rollbacks", "/withdrawals")) {
            Answer answer = mine("POST", GALAXY + call, rollback, "Content-Type", JSON, "If-Match", "*");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("approval-needed");
            assertThat(answer.json().at("/detail").asString()).contains("draft");
            assertThat(mine("POST", GALAXY + call + "?dryRun=true", rollback, "Content-Type", JSON)
                            .code())
                    .isNotEqualTo("approval-needed");
        }
    }

    private static void publishNow(String draft) {
        mine("POST", draft + "/submit", now(), "Content-Type", JSON, "If-Match", "*");
        theirs(draft + "/approve", "*");
        Answer published = mine("POST", draft + "/publish", null, "If-Match", "*");
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    /** A plan to publish at once, whatever begins later. */
    private static String now() {
        return "{\"laterReleases\":\"keep\",\"note\":{\"zh-CN\":\"目录\",\"en\":\"Catalogue\"}}";
    }

    private static void edit(String draft, String more) {
        Answer file = service.get(draft + "/files/catalogue.yaml");
        Answer edited = mine(
                "PUT",
                draft + "/files/catalogue.yaml",
                file.text() + more,
                "Content-Type",
                "text/plain",
                "If-Match",
                file.header("ETag"));
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    private static String begin() {
        Answer answer = mine("POST", DRAFTS, "{\"title\":\"A change\"}", "Content-Type", JSON);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location");
    }

    private static Answer mine(String method, String path, @Nullable String body, String... headers) {
        return service.send(method, path, body, RunningService.key(), headers);
    }

    private static Answer theirs(String path, String seen) {
        return service.send("POST", path, null, RunningService.colleagueKey(), "If-Match", seen);
    }
}
