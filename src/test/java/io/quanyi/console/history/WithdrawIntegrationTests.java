package io.quanyi.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is still to come is taken back from the history. */
@Tag("slow")
class WithdrawIntegrationTests {

    private static final String HISTORY = "/console/tiny/history";
    private static final String WITHDRAW = HISTORY + "/2/withdraw";

    @TempDir
    private Path folder;

    private RunningService service;
    private PageClient publisher;

    @BeforeEach
    void start() {
        TwoReleases.tree()
                .change("tiny/releases.yaml", "2026-06-01T00:00:00+08:00", "2099-01-01T00:00:00+08:00")
                .write(folder.resolve("rules"));
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
        publisher = new PageClient(service.url(), RunningService.key(), "en");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theReleaseBeforeItGoesOn() throws IOException, InterruptedException {
        assertThat(PageClient.links(publisher.page(HISTORY))).contains(WITHDRAW);
        assertThat(publisher.page(HISTORY))
                .contains("Release 1 serves now: in force from the beginning.")
                .contains("Release 2 follows on Thu 2099-01-01 00:00.", "<td>coming<");
        String page = publisher.page(WITHDRAW);
        assertThat(page)
                .contains("<h1>Take release 2 back</h1>", "Release 2 would begin on Thu 2099-01-01 00:00")
                .contains("release 1 goes on", "value=\"Release 2 is taken back\"")
                .contains("Afterwards release 3 serves from Thu 2099-01-01 00:00 on. It has the content of release 1.")
                .contains("You have not looked yet at whose answers change");
        assertThat(publisher.post(WITHDRAW + "/impact", Map.of()).headers().firstValue("Location"))
                .hasValue(WITHDRAW + "#impact");
        publisher.awaitJob(WITHDRAW + "/impact");
        page = publisher.page(WITHDRAW);
        assertThat(page)
                .contains("<h3>Help · plan: High</h3>", "listed above")
                .containsSubsequence("<b>Before</b>", "within 2 working days", "<b>After</b>", "within 1 working day")
                .doesNotContain("You have not looked yet");
        assertThat(publisher.page("/console/tiny/compare?from=2&to=1")).contains("<h3>Help · plan: High</h3>");
        String ledger = PageClient.field(page, "ledger");
        assertThat(withdraw("another").statusCode()).isEqualTo(412);
        assertThat(withdraw(ledger).statusCode()).isEqualTo(303);
        assertThat(PageClient.links(publisher.page(HISTORY))).doesNotContain(WITHDRAW);
        assertThat(publisher.get(WITHDRAW).statusCode()).isEqualTo(404);
        assertThat(publisher.get(WITHDRAW + "/impact").statusCode()).isEqualTo(404);
        assertThat(withdraw(ledger).statusCode()).isEqualTo(404);
        assertThat(Files.readString(folder.resolve("audit.ndjson"))).contains("\"withdrawal\"", "\"trial\"");
    }

    @Test
    void theHistorySaysWhatWasTakenBackWhenAndWhy() {
        withdraw(PageClient.field(publisher.page(WITHDRAW), "ledger"));
        assertThat(publisher.page(HISTORY))
                .contains("Release 1 serves now: in force from the beginning.")
                .contains("Release 3 follows on Thu 2099-01-01 00:00, with the content of release 1.")
                .containsSubsequence(
                        "<tr id=\"release-3\">", "coming", "takes release 2 back; the content of release 1 goes on")
                .containsSubsequence(
                        "<tr id=\"release-2\">",
                        "taken back before it began",
                        "<a href=\"#release-3\">Release 3 takes its place: published ",
                        "because")
                .containsSubsequence("<tr id=\"release-1\">", "<b>in force</b>");
        assertThat(new PageClient(service.url(), RunningService.key(), "zh-CN").page(HISTORY))
                .contains("现由发布版本 1 答复，不限起始日期。", "自 2099-01-01（周四）0:00 起由发布版本 3 答复，内容与发布版本 1 相同。")
                .contains("取消发布版本 2，发布版本 1 的内容继续有效", "未生效即被取消", "由发布版本 3 代替", "因为");
    }

    @Test
    void whatIsInForceOrUnknownIsNotWithdrawn() {
        for (String release : new String[] {"1", "9", "x"}) {
            assertThat(publisher.get(HISTORY + "/" + release + "/withdraw").statusCode())
                    .isEqualTo(404);
        }
        assertThat(publisher
                        .post(WITHDRAW, Map.of("ledger", "", "later", "perhaps"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoMayNotPublishIsToldSo() {
        PageClient colleague = new PageClient(service.url(), RunningService.colleagueKey(), "en");
        assertThat(colleague.page(WITHDRAW))
                .contains("needs the role publisher")
                .doesNotContain("<form class=\"ask\"");
        assertThat(colleague.post(WITHDRAW, Map.of()).statusCode()).isEqualTo(403);
        PageClient reader = new PageClient(service.url(), RunningService.readerKey(), "en");
        assertThat(reader.page(WITHDRAW)).doesNotContain("method=\"post\"");
        assertThat(reader.post(WITHDRAW + "/impact", Map.of()).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> withdraw(String ledger) {
        return publisher.post(WITHDRAW, Map.of("ledger", ledger, "note-zh-CN", "因为", "note-en", "because"));
    }
}
