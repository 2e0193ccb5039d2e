package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the temporary files of uploads are closed when the answer is sent. */
class UploadedFilesIntegrationTests {

    private static final Path OPEN = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void noneIsOpenAfterTheAnswer() throws IOException {
        TinyRules.sealed().write(Files.createDirectory(folder.resolve("rules")));
        try (RunningService service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"))) {
            MultipartForm form = MultipartForm.of("{\"note\":" + RunningService.NOTE + "}")
                    .with("catalogue", "products: []")
                    .with("policy", "no zip")
                    .with("calendars", "no zip");
            for (int i = 0; i < 10; i++) {
                assertThat(service.dryRun("tiny", form).status()).isEqualTo(400);
            }
            assertThat(openUploads()).isEmpty();
        }
    }

    private static List<String> openUploads() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> handles = Files.list(OPEN)) {
            for (Path handle : handles.toList()) {
                try {
                    String file = Files.readSymbolicLink(handle).toString();
                    if (file.contains("upload_")) {
                        open.add(file);
                    }
                } catch (IOException e) {
                    // It was closed meanwhile
                }
            }
        }
        return open;
    }
}
