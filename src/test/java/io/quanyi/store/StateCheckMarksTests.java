package io.quanyi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class StateCheckMarksTests {

    private static final String REVISION = "sha256:00ff";

    @TempDir
    private Path folder;

    @Test
    void aProcessThatLooksIsAliveAndOneThatWasKilledIsDead() throws Exception {
        StateCheckMarks marks = StateCheckMarks.in(folder);
        Process looking = looking();
        try {
            assertThat(marks.deaths(REVISION)).isZero();
            looking.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
            assertThat(marks.deaths(REVISION)).isEqualTo(1);
            assertThat(marks.deaths("sha256:00")).isZero();
        } finally {
            looking.destroyForcibly();
        }
        assertThat(marks.<Integer>during(REVISION, () -> marks.deaths(REVISION)))
                .isEqualTo(1);
        assertThat(marks.deaths(REVISION)).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void anExceptionEndsALookAndAnErrorDoesNot() throws IOException {
        StateCheckMarks marks = StateCheckMarks.in(folder);
        assertThatThrownBy(() -> marks.during(REVISION, () -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> marks.during(REVISION, () -> {
                    throw new OutOfMemoryError("no more");
                }))
                .hasMessage("no more");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whereNoMarkCanBeWrittenTheLookGoesOn() {
        StateCheckMarks nowhere = StateCheckMarks.in(folder.resolve("missing"));
        assertThat(nowhere.<String>during(REVISION, () -> "seen")).isEqualTo("seen");
        assertThat(nowhere.deaths(REVISION)).isZero();
        assertThat(StateCheckMarks.none().<String>during(REVISION, () -> "seen"))
                .isEqualTo("seen");
    }

    private Process looking() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StateCheckMarksTests.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('!');
        return process;
    }

    /** Checks a state until it is killed. */
    public static void main(String[] arguments) {
        StateCheckMarks.in(Path.of(arguments[0])).during(REVISION, () -> {
            System.out.print('!');
            System.out.flush();
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
