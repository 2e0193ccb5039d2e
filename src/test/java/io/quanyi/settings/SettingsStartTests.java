package io.quanyi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanyi.QuanyiApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that was given a setting that there is not does not start. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class SettingsStartTests {

    @TempDir
    private Path folder;

    @Test
    void everyUnknownSettingIsNamedWithItsPlaceAndItsNeighbour(CapturedOutput output) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
                quanyi:
                  http:
                    max-bodies: 2MB
                  access:
                    kyes:
                      - hash: "sha256:secret"
                """);
        Throwable failure = catchThrowable(() -> new SpringApplication(QuanyiApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.config.additional-location=file:" + file,
                        "--quanyi.rule=x",
                        "--quanyi.store.git.user=x")
                .close());
        assertThat(failure).isInstanceOf(SettingsRefused.class);
        assertThat(output.getAll())
                .contains(
                        "APPLICATION FAILED TO START",
                        "quanyi.access.kyes[0].hash (",
                        "did you mean quanyi.access.keys[0].hash?",
                        "quanyi.http.max-bodies (",
                        "own.yaml",
                        "3:17): did you mean quanyi.http.max-body?",
                        "quanyi.rule: did you mean quanyi.rules?",
                        "quanyi.store.git.user: did you mean quanyi.store.git.uri?")
                .doesNotContain("secret", "\tat ");
    }
}
