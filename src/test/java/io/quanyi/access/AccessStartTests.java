package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanyi.QuanyiApplication;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that would not be as safe as it was meant to be opens no port, and says why. */
@Tag("slow")
@ExtendWith(OutputCaptureExtension.class)
class AccessStartTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server.address=0.0.0.0",
                "--server.address=",
                "--management.server.port=0 --management.server.address=0.0.0.0"
            })
    void withoutCredentialsNobodyElseMayReachIt(String arguments, CapturedOutput output) throws IOException {
        assertRefused(arguments.split(" ", -1));
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "server.address=127.0.0.1", "quanyi key ID --roles")
                .doesNotContain("\tat ", "Started QuanyiApplication");
    }

    @Test
    void everyFaultOfEveryCredentialIsSaidAtOnce(CapturedOutput output) throws IOException {
        assertRefused(
                "--server.address=0.0.0.0",
                "--management.server.port=${server.port}",
                "--quanyi.access.keys[0].id=CRM",
                "--quanyi.access.keys[0].hash=qk_crm_secret",
                "--quanyi.access.keys[0].roles=reader,writer",
                "--quanyi.access.jwt.issuer=https://issuer.test",
                "--quanyi.access.jwt.jwk-set-uri=http://issuer.test/keys",
                "--quanyi.access.jwt.algorithms=HS256,none,RS256");
        assertThat(output.getAll())
                .contains(
                        "quanyi.access.keys[0].id must be",
                        "quanyi.access.keys[0].hash must be",
                        "there is no role \"writer\"",
                        "quanyi.access.jwt.audience is missing",
                        "\"HS256\" is not accepted",
                        "\"none\" is not accepted",
                        "jwk-set-uri must begin with https://",
                        "management.server.port is the port of the service")
                .doesNotContain("qk_crm_secret", "\tat ");
    }

    @Test
    void anAuditFileThatCannotBeWrittenIsSaid(CapturedOutput output) throws IOException {
        assertRefused("--quanyi.audit.file=" + folder);
        assertThat(output.getAll())
                .contains("quanyi.audit.file: cannot write to " + folder)
                .doesNotContain("\tat ");
    }

    @Test
    void everyFaultOfDecisionPointsIsSaidAtOnce(CapturedOutput output) throws IOException {
        Path twice = Files.writeString(
                folder.resolve("customers.ndjson"),
                "{\"customerId\": \"C-1\", \"plan\": \"basic\"}\n{\"customerId\": \"C-1\", \"plan\": \"basic\"}\n{\"plan\": \"basic\"}\n{}\n");
        assertRefused(
                "--quanyi.authzen.base-url=http://pdp.example.com/",
                "--quanyi.authzen.page-key=" + "x".repeat(31),
                "--quanyi.authzen.subscriptions.acme=" + folder.resolve("none"));
        assertThat(output.getAll())
                .contains("base-url must be https://", "page-key must have 32", "quanyi.authzen.subscriptions.acme: ")
                .doesNotContain("\tat ");
        assertRefused("--quanyi.authzen.subscriptions.acme=" + twice);
        assertThat(output.getAll())
                .contains(":2: customer \"C-1\"", ":3: member \"customerId\" is missing", ":4: ")
                .doesNotContain("\tat ");
    }

    private static void assertRefused(String... arguments) throws IOException {
        int port = freePort();
        String[] all = Stream.concat(Stream.of("--server.port=" + port), Arrays.stream(arguments))
                .toArray(String[]::new);
        assertThat(catchThrowable(() ->
                        new SpringApplication(QuanyiApplication.class).run(all).close()))
                .isNotNull();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
