package io.quanyi.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.release.publish.web.RunningService;
import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the page that shows which rules answer, on a store that becomes faulty. */
@Tag("slow")
class OperationIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void aReplicaSaysWhatAnswersAndWhatIsRefusedInBothLanguages() throws IOException {
        TinyRules.sealed().write(Files.createDirectory(folder.resolve("rules")));
        try (RunningService service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"))) {
            PageClient english = new PageClient(service.url(), RunningService.readerKey(), "en");
            assertThat(english.page("/console/operation"))
                    .contains("answers on this replica since", "Store: a folder", "Releases can be published.")
                    .contains("No newer state of the store is refused.", ">Tiny</a>", "from the beginning")
                    .contains("The service keeps no decisions")
                    .doesNotContain("class=\"faults\"");
            assertThat(english.page("/console")).doesNotContain("class=\"faults\"");
            Path catalogue = folder.resolve("data/tiny/catalogue/2026-01-01.yaml");
            Files.writeString(catalogue, Files.readString(catalogue).replace("en: Low", "en: <b>Lower"));
            service.send("POST", "/v1/refresh", "", RunningService.key());
            assertThat(english.page("/console/operation"))
                    .contains("A newer state does not answer", "is refused since", "The revision above goes on")
                    .contains("<ul class=\"faults\"><li>", "tiny/");
            assertThat(english.page("/console")).contains("class=\"faults\"", "href=\"/console/operation\"");
            assertThat(new PageClient(service.url(), RunningService.readerKey(), "zh-CN").page("/console/operation"))
                    .contains("较新的状态未投入使用", "运行状态", "摘要", "<html lang=\"zh-CN\">");
            assertThat(english.get("/console/operation?on=2026-01-01").statusCode())
                    .isEqualTo(400);
        }
    }
}
