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
    void theReleaseBeforeItGoesOn() throws IOException {
        assertThat(PageClient.links(publisher.page(HISTORY))).contains(WITHDRAW);
        String page = publisher.page(WITHDRAW);
        assertThat(page)
                .contains("<h1>Take release 2 back</h1>", "Release 2 would begin on Thu 2099-01-01 00:00")
                .contains("release 1 goes on", "value=\"Release 2 is taken back\"");
        String ledger = PageClient.field(page, "ledger");
        assertThat(withdraw("another").statusCode()).isEqualTo(412);
        assertThat(withdraw(ledger).statusCode()).isEqualTo(303);
        String history = publisher.page(HISTORY);
        assertThat(history).contains("replaced before it began", "restores release 1", "because");
        assertThat(PageClient.links(history)).doesNotContain(WITHDRAW);
        assertThat(publisher.get(WITHDRAW).statusCode()).isEqualTo(404);
        assertThat(withdraw(ledger).statusCode()).isEqualTo(404);
        assertThat(Files.readString(folder.resolve("audit.ndjson"))).contains("\"withdrawal\"");
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
    }

    private HttpResponse<String> withdraw(String ledger) {
        return publisher.post(WITHDRAW, Map.of("ledger", ledger, "note-zh-CN", "因为", "note-en", "because"));
    }
}
