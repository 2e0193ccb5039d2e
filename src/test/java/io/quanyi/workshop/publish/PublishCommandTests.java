package io.quanyi.workshop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the handling of answers that a sound service gives rarely or never. */
@Tag("slow")
class PublishCommandTests {

    @TempDir
    private Path folder;

    @TempDir
    private Path keys;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 201;
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        TinyRules.sealed()
                .copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2026-02-01.yaml")
                .write(folder);
        Files.writeString(keys.resolve("key"), "secret-key");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean looks = exchange.getRequestMethod().equals("GET");
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("If-Match") + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + "\n" + sent);
        exchange.getResponseHeaders().add("ETag", "\"seen\"");
        exchange.getResponseHeaders().add("Location", "/stolen");
        byte[] bytes = (looks ? "{}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(looks ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            302 | answered 302, which does not say whether it was published
            401 | does not know this key (401)
            403 | this key lacks permission
            404 | does not have this programme
            409 | does not accept it (409)
            412 | has just changed (412)
            413 | too large
            428 | the version of its ledger (428)
            500 | answered 500, which does not say whether it was published
            503 | try again soon
            """)
    void everyStatusIsSaidInWords(int answered, String words) {
        status = answered;
        body = "{\"detail\":\"because\\u001b[31m\"}";
        CommandLineRun run = publish();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words, "because\uFFFD[31m").doesNotContain("secret-key", "\u001b");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRedirectIsNotFollowedWithTheKey() {
        status = 307;
        publish();
        assertThat(asked).hasSize(2).noneMatch(call -> call.contains("/stolen"));
    }

    @Test
    void whatIsNoJsonIsNoPublication() {
        body = "<html>";
        assertThat(publish().err()).contains("answered 201, which does not say");
        body = "{\"published\":true}";
        assertThat(publish().status()).isEqualTo(1);
        status = 422;
        body = "{\"errors\":[]}";
        assertThat(publish().err()).contains("answered 422");
    }

    @Test
    void faultsAreShownWhereTheyStandWithoutOrdersForTheTerminal() {
        status = 422;
        body = "{\"errors\":[{\"pointer\":\"\",\"code\":\"x\",\"message\":\"bad\\u001b\",\"file\":"
                + "\"tiny/catalogue/2026-02-01.yaml\",\"line\":3,\"column\":3},{\"pointer\":\"/note\",\"message\":\"no\"}]}";
        assertThat(publish().err()).isEqualTo("""
                %s/tiny/catalogue/2026-02-01.yaml:3:3: bad\uFFFD
                  3 | plans:
                    |   ^
                /note: no
                2 faults
                """.formatted(folder));
    }

    @Test
    void onlyWhatIsNewIsSentAndTheSameCallIsTheSame() {
        status = 503;
        publish();
        publish();
        assertThat(asked).hasSize(4);
        assertThat(asked.get(0)).startsWith("GET /v1/programmes/tiny/releases null null");
        assertThat(asked.get(1))
                .matches("(?s)POST /v1/programmes/tiny/releases \"seen\" [0-9a-f]{64}\\n.*")
                .contains("name=\"meta\"", "name=\"catalogue\"", "\"calendars\":\"2026-01-01\"")
                .contains("\"note\":{\"zh-CN\":\"一\",\"en\":\"one\"}")
                .doesNotContain("name=\"policy\"", "name=\"calendars\"", "effectiveFrom");
        assertThat(asked.get(3)).isEqualTo(asked.get(1));
    }

    @Test
    void anotherReasonIsAnotherCall() {
        status = 503;
        publish();
        publish("--effective-from", "2027-01-01T00:00:00+08:00");
        String first = asked.get(1).lines().findFirst().orElseThrow();
        assertThat(asked.get(3).lines().findFirst()).get().isNotEqualTo(first);
    }

    @Test
    void aDryRunDoesNotLookFirst() {
        status = 200;
        body = "{\"published\":false,\"release\":{\"number\":2},\"replaces\":[{\"from\":null,\"to\":null}]}";
        assertThat(publish("--dry-run").out())
                .startsWith("Dry run, nothing published: would become release 2 ")
                .contains("No release was in force before: always");
        assertThat(asked)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("POST /v1/programmes/tiny/releases?dryRun=true null null");
    }

    @Test
    void whoeverIsAskedAboutLaterReleasesIsToldHowToSay() {
        status = 422;
        body =
                "{\"code\":\"later-releases-undecided\",\"errors\":[{\"pointer\":\"/laterReleases\",\"message\":\"release 2\"}]}";
        assertThat(publish().err())
                .contains("/laterReleases: release 2", "Say so with --later-releases carry, or --later-releases keep");
        publish("--later-releases", "carry");
        assertThat(asked.get(3)).contains("\"laterReleases\":\"carry\"");
        assertThat(publish("--later-releases", "drop").err())
                .contains("--later-releases is carry or keep, not \"drop\"");
        assertThat(asked).hasSize(4);
    }

    @Test
    void eachReleaseOfAPublicationIsShown() {
        status = 200;
        body = "{\"release\":{\"number\":3},\"laterReleases\":[{\"choice\":\"carry\",\"message\":\"Release 2\"}],"
                + "\"further\":[{\"release\":{\"number\":4},\"replaces\":[{\"from\":null,\"to\":null,\"instead\":2}]}]}";
        assertThat(publish("--dry-run").out())
                .contains("would become release 3 ", "\nRelease 2\n\nDry run", "would become release 4 ")
                .endsWith("Replaces release 2: always\n");
        body = body.replace("\"carry\"", "null");
        assertThat(publish("--dry-run").out()).contains("Release 2\nSay so with --later-releases carry");
    }

    @Test
    void aWithdrawalSaysWhatWasSeenAndIsTheSameCallAgain() {
        body = "{\"published\":true,\"release\":{\"number\":3}}";
        assertThat(withdraw("--until", "2027-02-01T00:00:00+08:00").out()).startsWith("Published: release 3 ");
        withdraw("--until", "2027-02-01T00:00:00+08:00");
        assertThat(asked.get(0)).startsWith("GET /v1/programmes/tiny/releases ");
        assertThat(asked.get(1))
                .matches("(?s)POST /v1/programmes/tiny/withdrawals \"seen\" [0-9a-f]{64}\n.*")
                .endsWith(
                        "{\"release\":2,\"note\":{\"zh-CN\":\"一\",\"en\":\"one\"},\"until\":\"2027-02-01T00:00:00+08:00\"}");
        assertThat(asked.get(3)).isEqualTo(asked.get(1));
        status = 200;
        withdraw("--dry-run", "--later-releases", "keep");
        assertThat(asked.get(4))
                .startsWith("POST /v1/programmes/tiny/withdrawals?dryRun=true null null")
                .contains("\"laterReleases\":\"keep\"");
    }

    private CommandLineRun withdraw(String... more) {
        List<Object> call = new ArrayList<>(List.of("withdraw", "tiny", "2"));
        call.addAll(List.of("--to", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        call.addAll(List.of("--key-file", keys.resolve("key"), "--note-zh", "一", "--note-en", "one"));
        call.addAll(List.of(more));
        return CommandLineRun.of(call.toArray());
    }

    private CommandLineRun publish(String... more) {
        List<Object> call = new ArrayList<>(List.of("publish", "tiny", "--rules", folder));
        call.addAll(List.of("--to", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        call.addAll(List.of("--key-file", keys.resolve("key"), "--note-zh", "一", "--note-en", "one"));
        call.addAll(List.of(more));
        return CommandLineRun.of(call.toArray());
    }
}
