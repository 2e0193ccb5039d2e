package io.quanyi.store.git;

import static io.quanyi.store.git.GitTestRepository.file;
import static io.quanyi.store.git.GitTestRepository.texts;
import static io.quanyi.store.git.GitTestServer.SECRET;
import static io.quanyi.store.git.GitTestServer.USER;
import static io.quanyi.store.git.StoreFaults.moved;
import static io.quanyi.store.git.StoreFaults.refused;
import static io.quanyi.store.git.StoreFaults.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreFailure;
import io.quanyi.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@Timeout(60)
class GitHttpTests {

    private static final String FETCH = "git-upload-pack";
    private static final String PUSH = "git-receive-pack";

    @TempDir
    private Path folder;

    private GitTestRepository remote;
    private GitTestServer http;
    private GitStore store;
    private ObjectId first;

    @BeforeEach
    void begin() throws IOException {
        remote = GitTestRepository.empty(folder.resolve("remote.git"));
        first = remote.commit(Map.of("releases.yaml", "[]"));
        http = GitTestServer.of(remote);
        store = open(SECRET);
    }

    @AfterEach
    void end() {
        store.close();
        http.close();
        remote.close();
    }

    @Test
    void aServerIsReadAndWritten() {
        assertThat(texts(store.newest())).isEqualTo(Map.of("releases.yaml", "[]"));
        Snapshot snapshot = store.append(change(first, "a.yaml"));
        assertThat(snapshot.revision()).isEqualTo(remote.tip().name());
        assertThat(remote.difference(first, remote.tip()))
                .containsExactly("0 100644 a.yaml", "100644 100644 releases.yaml");
        remote.commit(Map.of("releases.yaml", "[2]"));
        assertThat(texts(store.newest())).isEqualTo(Map.of("releases.yaml", "[2]"));
    }

    /** A file larger than one chunk, even when compressed. */
    @Test
    void aLargeFileIsSentAndReadWhole() {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        SourceFile large = new SourceFile("large.yaml", bytes);
        Snapshot snapshot = store.append(
                new StoreChange(first.name(), List.of(large), file("releases.yaml", "[1]"), "Somebody", "Add it"));
        assertThat(snapshot.revision()).isEqualTo(remote.tip().name());
        assertThat(http.requests().stream().map(GitTestServer.Request::headers))
                .anyMatch(headers -> headers.containsKey("Transfer-encoding"));
        try (GitStore other = GitStore.open(http.settings(folder.resolve("other"), SECRET), Clock.systemUTC())) {
            SourceFile read = Objects.requireNonNull(other.newest().tree().file("large.yaml"));
            assertThat(read.bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void theLoginMayStandInTheAddress() {
        try (GitStore other = open("http://" + USER + ":" + SECRET + "@" + http.authority() + "/r.git", null)) {
            assertThat(texts(other.newest())).hasSize(1);
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNotTriedAgain() {
        try (GitStore other = open("wr0ng-pass")) {
            assertThat(reason(other::newest)).isEqualTo("the login was refused");
        }
        assertThat(http.requests().stream().filter(request -> request.headers().containsKey("Authorization")))
                .hasSize(1);
    }

    @Test
    void nobodyIsRefused() {
        try (GitStore other = open(null)) {
            assertThat(reason(other::newest)).isEqualTo("the login was refused");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, access is denied",
        "404, the address has no such repository",
        "429, access is denied",
        "500, the server of the repository failed",
        "503, the server of the repository failed",
        "301, the server of the repository redirects to another address",
        "307, the server of the repository redirects to another address",
        "204, 'the connection broke, or the other side is not a git server'"
    })
    void whatAServerAnswersIsTheReason(int status, String reason) {
        http.answers(status, FETCH);
        assertThat(reason(store::newest)).isEqualTo(reason);
        http.answers(status, "POST");
        assertThat(reason(store::newest)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noOtherServerIsAskedWhereOnePointsAtIt(int status) throws IOException {
        try (GitTestServer other = GitTestServer.of(remote)) {
            http.answers(status, "GET", "Location", other.uri() + "/info/refs?service=" + FETCH);
            assertThat(reason(store::newest)).isEqualTo("the server of the repository redirects to another address");
            http.answers(status, "POST", "Location", other.uri() + "/" + PUSH);
            unavailable(() -> store.append(change(first, "a.yaml")), "store-unreachable");
            assertThat(other.requests()).isEmpty();
        }
    }

    /** A server without git's protocol may name other servers for its objects, which would get the password. */
    @Test
    void noOtherServerIsAskedForObjects() throws IOException {
        try (GitTestServer other = GitTestServer.of(remote)) {
            http.happens(exchange -> {
                String path = exchange.getRequestURI().getPath();
                String text = path.endsWith("/info/refs")
                        ? first.name() + "\trefs/heads/main\n"
                        : path.endsWith("/objects/info/http-alternates") ? other.uri() + "/objects/\n" : null;
                byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(text == null ? 404 : 200, text == null ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                return true;
            });
            assertThat(reason(store::newest)).isEqualTo("the connection broke, or the other side is not a git server");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aPageInThePlaceOfGitIsNoAnswer() {
        http.happens(exchange -> {
            byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            return true;
        });
        assertThat(reason(store::newest)).isEqualTo("the connection broke, or the other side is not a git server");
        assertThat(reason(() -> store.append(change(first, "a.yaml"))))
                .isEqualTo("the connection broke, or the other side is not a git server");
    }

    @Test
    void aServerThatStaysSilentIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                GitStore other = GitStore.open(
                        new GitStoreSettings(
                                "http://127.0.0.1:" + silent.getLocalPort() + "/r",
                                "main",
                                "",
                                null,
                                null,
                                folder.resolve("silent"),
                                Duration.ofSeconds(1)),
                        Clock.systemUTC())) {
            assertThat(reason(other::newest)).isEqualTo("no answer came in time");
        }
    }

    @Test
    void aServerThatIsDownIsUnavailable() {
        store.newest();
        http.close();
        assertThat(reason(store::newest)).isEqualTo("the server of the repository cannot be reached");
        assertThat(reason(() -> store.append(change(first, "a.yaml"))))
                .isEqualTo("the server of the repository cannot be reached");
    }

    @Test
    void aServerThatDoesNotEncryptIsNotSpokenTo() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                GitStore other = open("https://127.0.0.1:" + plain.getLocalPort() + "/r", SECRET)) {
            Thread answer = new Thread(() -> answerPlainly(plain));
            answer.start();
            assertThat(reason(other::newest))
                    .isEqualTo(
                            "the connection to the server of the repository is not encrypted, or its certificate is not trusted");
        }
    }

    @Test
    void aServerThatAnybodyCouldBeIsNotSpokenTo() throws Exception {
        try (GitTestServer unknown = GitTestServer.withACertificateOfItsOwn(remote, folder.resolve("key"));
                GitStore other = open(unknown.uri(), SECRET)) {
            assertThat(unknown.uri()).startsWith("https:");
            assertThat(reason(other::newest))
                    .isEqualTo(
                            "the connection to the server of the repository is not encrypted, or its certificate is not trusted");
            assertThat(unknown.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whoMayNotPushIsRefused(String method) {
        store.newest();
        http.happens(exchange -> {
            boolean push = GitTestServer.line(exchange).startsWith(method)
                    && GitTestServer.line(exchange).contains(PUSH);
            if (push) {
                exchange.sendResponseHeaders(403, -1);
            }
            return push;
        });
        assertThat(refused(() -> store.append(change(first, "a.yaml")), "store-push-refused")
                        .message(Language.ENGLISH))
                .isEqualTo("the repository does not accept the change: access is denied");
        assertThat(remote.tip()).isEqualTo(first);
    }

    @Test
    void aServerWithoutGitsProtocolForPushesIsRefused() {
        store.newest();
        http.happens(exchange -> {
            boolean push = GitTestServer.line(exchange).contains(PUSH);
            if (push) {
                exchange.sendResponseHeaders(200, -1);
            }
            return push;
        });
        assertThat(refused(() -> store.append(change(first, "a.yaml")), "store-push-refused")
                        .message(Language.ENGLISH))
                .isEqualTo("the repository does not accept the change: the repository can only be read");
    }

    @Test
    void whatAHookSaysIsSaidWithoutSecretsAndInOneLine() {
        http.hook((pack, commands) -> commands.forEach(command -> command.setResult(
                ReceiveCommand.Result.REJECTED_OTHER_REASON, "not on Fridays, " + SECRET + "\u0007")));
        Fault fault = refused(() -> store.append(change(first, "a.yaml")), "store-push-refused");
        assertThat(fault.arguments()).containsExactly("not on Fridays, …\uFFFD");
        assertThat(remote.tip()).isEqualTo(first);
    }

    @Test
    void aHookThatSaysAWholeStoryIsCutShort() {
        http.hook((pack, commands) -> commands.forEach(
                command -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "no ".repeat(1000))));
        Fault fault = refused(() -> store.append(change(first, "a.yaml")), "store-push-refused");
        assertThat(fault.arguments().get(0)).hasSizeLessThanOrEqualTo(Fault.SHOWN + 1);
    }

    @Test
    void whatWasStoredIsStoredAlsoWhenTheAnswerIsLost() {
        http.losesTheAnswer(() -> {});
        Snapshot snapshot = store.append(change(first, "a.yaml"));
        assertThat(snapshot.revision()).isEqualTo(remote.tip().name()).isNotEqualTo(first.name());
        assertThat(store.newest()).isSameAs(snapshot);
    }

    @Test
    void whatWasStoredIsStoredAlsoWhenOthersWentOnFromIt() {
        http.losesTheAnswer(() -> remote.commit(Map.of("releases.yaml", "[2]")));
        Snapshot snapshot = store.append(change(first, "a.yaml"));
        assertThat(snapshot.revision()).isEqualTo(remote.line().get(1).name());
        assertThat(texts(snapshot)).containsKey("a.yaml");
        assertThat(texts(store.newest())).isEqualTo(Map.of("releases.yaml", "[2]"));
    }

    @Test
    void nobodyKnowsWhetherItWasStoredWhenTheServerIsGoneAfterIt() {
        http.losesTheAnswer(() -> http.answers(503, ""));
        unavailable(() -> store.append(change(first, "a.yaml")), "store-outcome-unknown");
        http.happens(exchange -> false);
        assertThat(texts(store.newest())).containsKey("a.yaml");
    }

    /** The commit may still arrive: that it is not visible proves nothing. */
    @Test
    void nobodyKnowsWhetherItWillBeStoredWhenTheLineBreaksOnTheWay() {
        store.newest();
        http.happens(exchange -> GitTestServer.line(exchange).startsWith("POST")
                && GitTestServer.line(exchange).contains(PUSH));
        unavailable(() -> store.append(change(first, "a.yaml")), "store-outcome-unknown");
        assertThat(remote.tip()).isEqualTo(first);
        http.happens(exchange -> false);
        assertThat(store.append(change(first, "a.yaml")).revision())
                .isEqualTo(remote.tip().name());
    }

    @Test
    void itCannotBeStoredAnyMoreOnceOthersWentOnWithoutIt() {
        store.newest();
        http.happens(exchange -> {
            boolean push = GitTestServer.line(exchange).startsWith("POST")
                    && GitTestServer.line(exchange).contains(PUSH);
            if (push) {
                remote.commit(Map.of("releases.yaml", "[2]"));
            }
            return push;
        });
        assertThat(moved(() -> store.append(change(first, "a.yaml"))).arguments())
                .containsExactly(first.name(), remote.tip().name());
    }

    /** The branch moves between the server's announcement and the push: the server compares before it sets. */
    @Test
    void aPushThatComesLateHasMovedAway() {
        store.newest();
        http.hook((pack, commands) -> {
            http.hook(PreReceiveHook.NULL);
            remote.commit(Map.of("releases.yaml", "[2]"));
        });
        Fault fault = moved(() -> store.append(change(first, "a.yaml")));
        assertThat(fault.arguments()).containsExactly(first.name(), remote.tip().name());
        assertThat(remote.files(remote.tip())).isEqualTo(Map.of("releases.yaml", "[2]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 302, 500, 200})
    void noSecretIsInAnythingThatIsSaidOrKept(int status) throws IOException {
        String uri = "http://" + USER + ":" + SECRET + "@" + http.authority() + "/r.git";
        http.answers(status, "", "WWW-Authenticate", "Basic realm=\"" + SECRET + "\"");
        Path copy = folder.resolve("secretive");
        try (GitStore other = GitStore.open(GitTestServer.settings(uri, copy, null, null), Clock.systemUTC())) {
            StoreFailure failure = catchThrowableOfType(StoreFailure.class, other::newest);
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("Caused by").doesNotContain(SECRET, USER + ":", USER + "@");
            for (Language language : Language.values()) {
                assertThat(failure.fault().describe(language)).doesNotContain(SECRET, USER, "127.0.0.1");
            }
        }
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
            }
        }
    }

    private GitStore open(@Nullable String password) {
        return GitStore.open(http.settings(folder.resolve("copy"), password), Clock.systemUTC());
    }

    private GitStore open(String uri, @Nullable String password) {
        return GitStore.open(
                GitTestServer.settings(uri, folder.resolve("copy"), password == null ? null : USER, password),
                Clock.systemUTC());
    }

    private static String reason(ThrowingCallable call) {
        String said = unavailable(call, "store-unreachable").message(Language.ENGLISH);
        return said.substring("the store cannot be reached: ".length());
    }

    private static void answerPlainly(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoreChange change(ObjectId base, String path) {
        SourceFile ledger = file("releases.yaml", "[" + path + "]");
        return new StoreChange(base.name(), List.of(file(path, path)), ledger, "Somebody", "Add it");
    }
}
