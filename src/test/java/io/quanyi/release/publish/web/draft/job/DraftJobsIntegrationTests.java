package io.quanyi.release.publish.web.draft.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.release.job.Job;
import io.quanyi.release.job.JobLane;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tests of jobs over HTTP: their results, and what ends them. */
@Tag("slow")
@Timeout(60)
class DraftJobsIntegrationTests {

    private static final String GALAXY = "/v1/programmes/kingdee-galaxy-public";
    private static final String DRAFTS = GALAXY + "/drafts";
    private static final String JSON = "application/json";
    private static final String RULES = "issue-feedback.drl";
    private static final String CASES = "issue-feedback.cases.yaml";
    private static final String REQUEST =
            "{\"programme\":\"kingdee-galaxy-public\",\"subscription\":{\"plan\":\"preferred\"},"
                    + "\"question\":{\"service\":\"issue-feedback\",\"at\":\"2026-11-20T16:00:00+08:00\"}}";

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theCasesThatFailAreListedWithTheirDifferences() {
        String draft = begin();
        JsonNode sound = done(draft + "/test", null);
        assertThat(sound.at("/kind").asString()).isEqualTo("test");
        assertThat(sound.at("/etag").asString()).isEqualTo(service.get(draft).header("ETag"));
        int cases = sound.at("/test/cases").asInt();
        assertThat(cases).isGreaterThan(50);
        assertThat(sound.at("/progress")).hasToString("{\"done\":" + cases + ",\"of\":" + cases + "}");
        assertThat(sound.at("/test/failed").asInt()).isZero();
        assertThat(sound.at("/test/failures")).isEmpty();
        assertThat(sound.at("/impact").isNull()).isTrue();
        edit(draft, RULES, "workingDays(1)", "workingDays(3)");
        JsonNode broken = done(draft + "/test", null);
        assertThat(broken.at("/test/cases").asInt()).isEqualTo(cases);
        int failed = broken.at("/test/failed").asInt();
        assertThat(failed).isPositive();
        assertThat(broken.at("/test/failures")).hasSize(failed);
        JsonNode first = broken.at("/test/failures/0");
        assertThat(first.at("/file").asString()).isEqualTo(CASES);
        assertThat(first.at("/line").asInt()).isPositive();
        assertThat(first.at("/message").asString()).contains("response", "2026-11-25T16:00");
        // Its publication would be refused for the same cases
        send("POST", draft + "/submit", plan(), "If-Match", "*");
        Answer refused = send("POST", draft + "/publish", null, "If-Match", "*");
        assertThat(refused.errors()).containsAll(codes(broken.at("/test/failures")));
    }

    @Test
    void theImpactIsThatOfTheDraftOnItsBase() {
        String draft = begin();
        assertThat(done(draft + "/impact", null).at("/impact/changed").asLong()).isZero();
        edit(draft, RULES, "workingDays(1)", "workingDays(3)");
        String body = "{\"at\":\"2026-11-20T16:00:00+08:00\",\"requests\":[" + REQUEST + "]}";
        JsonNode job = done(draft + "/impact", body);
        assertThat(job.at("/kind").asString()).isEqualTo("impact");
        assertThat(job.at("/progress/done").asInt())
                .isEqualTo(job.at("/progress/of").asInt())
                .isPositive();
        assertThat(job.at("/test").isNull()).isTrue();
        JsonNode impact = job.at("/impact");
        assertThat(impact.at("/before/release").asInt()).isOne();
        assertThat(impact.at("/after/release").isNull()).isTrue();
        assertThat(impact.at("/services")
                        .valueStream()
                        .map(one -> one.at("/service").asString()))
                .containsExactly("issue-feedback");
        assertThat(impact.at("/sentences")).isNotEmpty();
        assertThat(impact.at("/requests")).hasSize(1);
        JsonNode chinese = service.send(
                        "GET",
                        draft + "/jobs/" + job.at("/id").asString(),
                        null,
                        RunningService.key(),
                        "Accept-Language",
                        "zh-CN")
                .json();
        assertThat(chinese.at("/impact/changed")).isEqualTo(impact.at("/changed"));
    }

    @Test
    void theCustomersOfACensusAreCountedBesideEachSentence() {
        String draft = begin();
        edit(draft, RULES, "workingDays(1)", "workingDays(3)");
        JsonNode impact = done(draft + "/impact", "{\"census\":[{\"plan\":\"preferred\"},{\"plan\":\"basic\"}]}")
                .at("/impact");
        assertThat(impact.at("/customers/all").asInt()).isEqualTo(2);
        assertThat(impact.at("/customers/touched").asInt()).isOne();
        assertThat(impact.at("/sentences")
                        .valueStream()
                        .mapToInt(one -> one.at("/customers").asInt())
                        .max())
                .hasValue(1);
        Answer refused = send("POST", draft + "/impact", "{\"census\":[{\"plan\":\"basic\"},{\"plan\":\"gold\"}]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/census/1/plan");
    }

    @Test
    void anImpactSaysWhatItHasFoundBeforeItsEnd() {
        String draft = begin();
        edit(draft, "catalogue.yaml", "plans:\n", "plans:\n  - id: trial\n    names: { zh-CN: 试用, en: Trial }\n");
        String job = begun(draft + "/impact", null).header("Location");
        JsonNode now = service.get(job).json();
        while (now.at("/soFar/sentences").isEmpty() && now.at("/impact").isNull()) {
            LockSupport.parkNanos(20_000_000);
            now = service.get(job).json();
        }
        assertThat(now.at("/state").asString()).isEqualTo("running");
        assertThat(now.at("/soFar/sentences")).isNotEmpty();
        assertThat(send("DELETE", job, null).json().at("/soFar").isNull()).isTrue();
    }

    @Test
    void anEqualCallIsGivenTheWaitingJobAndAnotherOneTakesItsPlaceUntilItIsCancelled() {
        CountDownLatch free = new CountDownLatch(1);
        service.part(JobLane.class).add(new HeldJob(free), List.of(), () -> false);
        String draft = begin();
        Answer first = begun(draft + "/impact", null);
        Answer again = send("POST", draft + "/impact", null);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        Answer other = begun(draft + "/impact", "{\"requests\":[" + REQUEST + "]}");
        assertThat(service.get(first.header("Location")).json().at("/state").asString())
                .isEqualTo("cancelled");
        Answer cancelled = send("DELETE", other.header("Location"), null);
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        assertThat(cancelled.json().at("/state").asString()).isEqualTo("cancelled");
        free.countDown();
        Answer cases = begun(draft + "/test", null);
        JsonNode done = ended(cases);
        assertThat(done.at("/state").asString()).isEqualTo("done");
        assertThat(send("DELETE", cases.header("Location"), null).json()).isEqualTo(done);
    }

    /** A job in front of those of a test, until the test lets it end. */
    private static final class HeldJob extends Job<String> {

        HeldJob(CountDownLatch free) {
            super(
                    (cancellation, progress) -> {
                        while (free.getCount() > 0) {
                            cancellation.check();
                            LockSupport.parkNanos(5_000_000);
                        }
                        return "free";
                    },
                    Clock.systemUTC());
        }
    }

    @Test
    void aChangeOfTheDraftMakesAResultStaleAndItsSubmissionDoesNot() {
        String draft = begin();
        JsonNode done = done(draft + "/test", null);
        String path = draft + "/jobs/" + done.at("/id").asString();
        send("POST", draft + "/submit", plan(), "If-Match", "*");
        assertThat(service.get(path).json()).isEqualTo(done);
        edit(draft, RULES, "package", "// changed\npackage");
        JsonNode after = service.get(path).json();
        assertThat(after.at("/stale").asBoolean()).isTrue();
        assertThat(after.at("/state").asString()).isEqualTo("done");
        assertThat(after.at("/test")).isEqualTo(done.at("/test"));
        send("DELETE", draft, null, "If-Match", "*");
        assertThat(service.get(path).errors()).containsExactly("unknown-draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test", "/impact"})
    void aDraftThatCannotBeLoadedIsRefusedWithItsFaults(String kind) {
        String draft = begin();
        edit(draft, RULES, "package", "rule \"x\" when eval(true) then end\npackage");
        Answer refused = send("POST", draft + kind, null);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("draft-unsound");
        assertThat(refused.json().at("/errors/0/file").asString()).isEqualTo(RULES);
        assertThat(refused.json().at("/errors/0/line").asInt()).isPositive();
    }

    @Test
    void casesThatCannotBeReadAreRefusedWithTheirFaults() {
        String draft = begin();
        edit(draft, CASES, "cases:", "case:");
        Answer refused = send("POST", draft + "/test", null);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("draft-unsound");
        assertThat(refused.json().at("/errors/0/file").asString()).isEqualTo(CASES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"from\":1}", "{\"at\":\"now\"}", "{\"requests\":[{}]}", "{\"census\":{}}"})
    void anImpactThatCannotBeAskedForIsRefused(String body) {
        Answer refused = send("POST", begin() + "/impact", body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    }

    @Test
    void thereIsNothingWhereThereIsNoDraftOrJob() {
        String draft = begin();
        assertThat(service.get(draft + "/jobs/nothing").errors()).containsExactly("unknown-draft-job");
        assertThat(send("DELETE", draft + "/jobs/nothing", null).status()).isEqualTo(404);
        assertThat(send("POST", DRAFTS + "/nothing/test", null).errors()).containsExactly("unknown-draft");
        Answer job = begun(draft + "/test", null);
        String other = job.header("Location").replace(draft, begin());
        assertThat(service.get(other).errors()).containsExactly("unknown-draft-job");
    }

    @Test
    void onlyAnAuthorBeginsAJobAndAReaderSeesIt() {
        Answer refused = service.send("POST", begin() + "/test", null, RunningService.readerKey());
        assertThat(refused.status()).isEqualTo(403);
        String job = begun(begin() + "/test", null).header("Location");
        assertThat(service.send("GET", job, null, RunningService.readerKey()).status())
                .isEqualTo(200);
        assertThat(service.send("DELETE", job, null, RunningService.readerKey()).status())
                .isEqualTo(403);
    }

    private static JsonNode done(String path, @Nullable String body) {
        JsonNode job = ended(begun(path, body));
        assertThat(job.at("/state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.at("/stale").asBoolean()).isFalse();
        return job;
    }

    private static Answer begun(String path, @Nullable String body) {
        Answer answer = send("POST", path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String draft = path.substring(0, path.lastIndexOf('/'));
        assertThat(answer.header("Location"))
                .isEqualTo(draft + "/jobs/" + answer.json().at("/id").asString());
        return answer;
    }

    private static JsonNode ended(Answer begun) {
        JsonNode job = begun.json();
        while (List.of("waiting", "running").contains(job.at("/state").asString())) {
            LockSupport.parkNanos(50_000_000);
            job = service.get(begun.header("Location")).json();
        }
        return job;
    }

    private static List<String> codes(JsonNode faults) {
        return faults.valueStream()
                .map(fault -> fault.at("/code").asString())
                .distinct()
                .toList();
    }

    private static String begin() {
        return send("POST", DRAFTS, "{\"title\":\"A change\"}").header("Location");
    }

    private static String plan() {
        return "{\"laterReleases\":\"keep\",\"note\":{\"zh-CN\":\"时限\",\"en\":\"Targets\"}}";
    }

    private static void edit(String draft, String name, String text, String other) {
        String path = draft + "/files/" + name;
        String before = text(draft, name);
        assertThat(before).contains(text);
        Answer written = service.send(
                "PUT",
                path,
                before.replace(text, other),
                RunningService.key(),
                "Content-Type",
                "text/plain",
                "If-Match",
                "*");
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    /** The file as the draft has it, read beside the interface, whose answers name no types but in files of rules. */
    private static String text(String draft, String name) {
        Path edited =
                folder.resolve(draft.replace(DRAFTS + "/", "data/.drafts/")).resolve(name);
        Path base = Path.of("rules/kingdee-galaxy-public")
                .resolve(name.equals("catalogue.yaml") ? "catalogue/2025-01-01.yaml" : "policy/2025.1/" + name);
        try {
            return Files.readString(Files.exists(edited) ? edited : base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer send(String method, String path, @Nullable String body, String... headers) {
        return body == null
                ? service.send(method, path, null, RunningService.key(), headers)
                : service.send(method, path, body, RunningService.key(), withType(headers));
    }

    private static String[] withType(String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", JSON));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }
}
