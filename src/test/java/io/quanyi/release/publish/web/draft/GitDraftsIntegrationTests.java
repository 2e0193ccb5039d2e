package io.quanyi.release.publish.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.release.publish.web.RunningService;
import io.quanyi.source.SourceTree;
import io.quanyi.store.git.GitTestRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of drafts on branches of a repository that two services, and people with plain git, work on together. */
class GitDraftsIntegrationTests {

    private static final String GALAXY = "/v1/programmes/kingdee-galaxy-public";
    private static final String DRAFTS = GALAXY + "/drafts/";
    private static final String CATALOGUE = "/files/catalogue.yaml";
    private static final String JSON = "application/json";
    private static final String PLAN =
            "{\"effectiveFrom\":\"2027-01-01T00:00:00+08:00\",\"note\":{\"zh-CN\":\"目录\",\"en\":\"Catalogue\"}}";

    @TempDir
    private static Path folder;

    private static GitTestRepository remote;
    private static RunningService first;
    private static RunningService second;

    @BeforeAll
    static void start() {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        Map<String, String> files = new TreeMap<>();
        SourceTree.ofFolder(Path.of("rules"))
                .under("")
                .forEach(file -> files.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
        remote.commit(files);
        first = replica("first");
        second = replica("second");
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        remote.close();
    }

    private static RunningService replica(String name) {
        return RunningService.start(
                folder.resolve(name + ".ndjson"),
                "--quanyi.store.kind=git",
                "--quanyi.store.git.uri=" + remote.folder(),
                "--quanyi.store.folder=" + folder.resolve(name),
                "--quanyi.publishing.approvals=1",
                "--quanyi.drafts.key=a secret of thirty-two characters");
    }

    @Test
    void whatOneServiceTakesTheOtherPublishes() {
        String draft = begin();
        edit(first, draft, "# one more\n");
        Answer submitted = submit(first, draft);
        assertThat(submitted.json().at("/pushed").asBoolean()).isTrue();
        assertThat(remote.files(branch(draft))).containsOnlyKeys("catalogue.yaml", "draft.seal", "draft.yaml");
        assertThat(remote.files(branch(draft)).get("catalogue.yaml")).endsWith("# one more\n");
        until(second, draft, answer -> submitted.header("ETag").equals(answer.header("ETag")));
        assertThat(approve(second, draft).json().at("/state").asString()).isEqualTo("approved");
        until(first, draft, answer -> state(answer).equals("approved"));
        Answer published = send(first, "POST", draft + "/publish", null, "If-Match", "*");
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(remote.has(branch(draft))).isFalse();
        assertThat(remote.files("refs/heads/main").get("kingdee-galaxy-public/releases.yaml"))
                .contains("draft:" + draft.substring(DRAFTS.length()));
        assertThat(send(first, "POST", draft + "/publish", null, "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(state(first.get(draft))).isEqualTo("published");
        assertThat(send(second, "POST", "/v1/refresh", null).status()).isEqualTo(200);
        Answer gone = until(second, draft, answer -> answer.status() == 404);
        assertThat(gone.errors()).containsExactly("draft-published");
    }

    @Test
    void whatWasPushedByHandIsSeenAndCountsAsSubmittedAndApprovedByNobody() {
        String draft = begin();
        edit(first, draft, "# one more\n");
        submit(first, draft);
        until(second, draft, answer -> state(answer).equals("submitted"));
        approve(second, draft);
        String seen = second.get(draft + CATALOGUE).header("ETag");
        Map<String, String> files = new TreeMap<>(remote.files(branch(draft)));
        files.compute("catalogue.yaml", (name, text) -> text + "# by hand\n");
        remote.move(branch(draft), remote.commit(files, new ObjectId[0]));
        for (RunningService service : new RunningService[] {first, second}) {
            Answer changed = until(service, draft, answer -> state(answer).equals("editing"));
            assertThat(changed.json().at("/editedBy").toString()).isEqualTo("[\"key:all\",\"outside\"]");
            assertThat(changed.json().at("/approvals").size()).isZero();
            assertThat(service.get(draft + CATALOGUE).text()).endsWith("# one more\n# by hand\n");
        }
        Answer late = send(second, "PUT", draft + CATALOGUE, "x", "If-Match", seen, "Content-Type", "text/plain");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("draft-changed");
        assertThat(send(first, "POST", draft + "/publish", null, "If-Match", "*")
                        .code())
                .isEqualTo("draft-not-submitted");
    }

    @Test
    void aRemovedDraftHasNoBranch() {
        String draft = begin();
        submit(first, draft);
        assertThat(remote.has(branch(draft))).isTrue();
        assertThat(send(first, "DELETE", draft, null, "If-Match", "*").status()).isEqualTo(200);
        assertThat(remote.has(branch(draft))).isFalse();
        until(second, draft, answer -> answer.status() == 404);
    }

    /** Asks until an answer is as expected: a service looks at the branches again after two seconds. */
    private static Answer until(RunningService service, String path, Predicate<Answer> expected) {
        Answer answer = service.get(path);
        for (int i = 0; i < 300 && !expected.test(answer); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts a test", e);
            }
            answer = service.get(path);
        }
        assertThat(expected.test(answer)).as(answer.text()).isTrue();
        return answer;
    }

    private static String state(Answer answer) {
        return answer.json().at("/state").asString();
    }

    private static String begin() {
        Answer answer = send(first, "POST", GALAXY + "/drafts", "{\"title\":\"A change\"}", "Content-Type", JSON);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location");
    }

    private static void edit(RunningService service, String draft, String more) {
        Answer file = service.get(draft + CATALOGUE);
        Answer edited = send(
                service,
                "PUT",
                draft + CATALOGUE,
                file.text() + more,
                "Content-Type",
                "text/plain",
                "If-Match",
                file.header("ETag"));
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    }

    private static Answer submit(RunningService service, String draft) {
        Answer submitted = send(service, "POST", draft + "/submit", PLAN, "Content-Type", JSON, "If-Match", "*");
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        return submitted;
    }

    private static Answer approve(RunningService service, String draft) {
        return service.send("POST", draft + "/approve", null, RunningService.colleagueKey(), "If-Match", "*");
    }

    private static Answer send(
            RunningService service, String method, String path, @Nullable String body, String... headers) {
        return service.send(method, path, body, RunningService.key(), headers);
    }

    private static String branch(String draft) {
        return "refs/heads/drafts/" + draft.substring(DRAFTS.length());
    }
}
