package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanyi.QuanyiApplication;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests that a service with faulty rules does not start, and reports every fault. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class BrokenRulesStartTests {

    @TempDir
    private Path folder;

    @Test
    void everyFaultIsSaidAndNothingListens(CapturedOutput output) throws IOException {
        TinyRules.sealed()
                .twice()
                .change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"")
                .change("twin/policy/1/plans.drl", "insert(new Plan(\"low\"));", "System.exit(1);")
                .change("twin/catalogue/2026-01-01.yaml", "calendar: cn", "calendar: hk")
                .write(folder);
        int port = freePort();

        Throwable failure = catchThrowable(() -> start(folder, port));

        List<Fault> faults = faults(failure);
        assertThat(faults)
                .extracting(Fault::code)
                .contains("unknown-id", "unknown-calendar", "refused-action", "digest-mismatch");
        assertThat(faults).allSatisfy(fault -> assertThat(output.getAll()).contains(fault.describe(Language.ENGLISH)));
        assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "quanyi check --rules");
        assertThatThrownBy(() -> connect(port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void theReportIsWordsAndNoStack(CapturedOutput output) throws IOException {
        TinyRules.sealed().without("tiny/policy/1/clauses.yaml").write(folder);
        int port = freePort();
        assertThat(catchThrowable(() -> start(folder, port))).isNotNull();
        assertThat(output.getAll())
                .contains("  tiny/policy/1/clauses.yaml: the file is missing")
                .doesNotContain("\tat ");
    }

    @Test
    void aFolderThatIsNotThereIsSaidToBeMissing(CapturedOutput output) throws IOException {
        Path missing = folder.resolve("missing");
        int port = freePort();
        assertThat(catchThrowable(() -> start(missing, port))).isNotNull();
        assertThat(output.getAll()).contains(missing + ": there is no such folder");
    }

    private static void start(Path rules, int port) {
        new SpringApplication(QuanyiApplication.class)
                .run("--quanyi.rules=" + rules, "--server.port=" + port)
                .close();
    }

    private static List<Fault> faults(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof FaultsFound found)) {
            assertThat(cause.getCause()).as("a cause that lists faults").isNotNull();
            cause = cause.getCause();
        }
        return found.faults();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }
}
