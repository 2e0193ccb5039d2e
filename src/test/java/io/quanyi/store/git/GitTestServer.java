package io.quanyi.store.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/** An HTTP server of a repository, with faults between the store and the repository. */
final class GitTestServer implements AutoCloseable {

    static final String USER = "joe";
    static final String SECRET = "s3cret-pass";

    private static final String FETCH = "git-upload-pack";
    private static final String PUSH = "git-receive-pack";

    private final GitTestRepository remote;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Happening happening = exchange -> false;
    private volatile PreReceiveHook hook = PreReceiveHook.NULL;
    private volatile @Nullable Runnable lost;

    private GitTestServer(GitTestRepository remote, HttpServer server) {
        this.remote = remote;
        this.server = server;
    }

    static GitTestServer of(GitTestRepository remote) throws IOException {
        return begin(remote, HttpServer.create(anyPort(), 0));
    }

    /** A server with TLS and a self-signed certificate. */
    static GitTestServer withACertificateOfItsOwn(GitTestRepository remote, Path key)
            throws IOException, GeneralSecurityException, InterruptedException {
        String make =
                "-genkeypair -alias x -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storepass changeit -keystore";
        List<String> command = new ArrayList<>(List.of(make.split(" ")));
        command.add(
                0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add(key.toString());
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(key.toFile(), "changeit".toCharArray()), "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return begin(remote, server);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static GitTestServer begin(GitTestRepository remote, HttpServer server) {
        GitTestServer http = new GitTestServer(remote, server);
        server.createContext("/", http::handle);
        server.setExecutor(http.threads);
        server.start();
        return http;
    }

    /** The requests of the store, the oldest first. */
    record Request(String line, Map<String, List<String>> headers) {}

    /** A handler that replaces the response. */
    interface Happening {

        /** Responds, or returns false to leave it to the repository. */
        boolean happens(HttpExchange exchange) throws IOException;
    }

    List<Request> requests() {
        return requests;
    }

    String uri() {
        return (server instanceof HttpsServer ? "https://" : "http://") + authority() + "/team/rules.git";
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    GitStoreSettings settings(Path copy, @Nullable String password) {
        return settings(uri(), copy, password == null ? null : USER, password);
    }

    static GitStoreSettings settings(String uri, Path copy, @Nullable String username, @Nullable String password) {
        return new GitStoreSettings(uri, "main", "", username, password, copy, Duration.ofSeconds(10));
    }

    /** Installs a handler from now on. */
    void happens(Happening what) {
        happening = what;
    }

    /** Responds with a status and no body to each request whose line contains a text. */
    void answers(int status, String part, String... header) {
        happens(exchange -> {
            if (!line(exchange).contains(part)) {
                return false;
            }
            if (header.length == 2) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return true;
        });
    }

    /** Runs an action after the next push is stored and before its response is lost. */
    void losesTheAnswer(Runnable meanwhile) {
        lost = meanwhile;
    }

    void hook(PreReceiveHook before) {
        hook = before;
    }

    static String line(HttpExchange exchange) {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Request(line(exchange), Map.copyOf(exchange.getRequestHeaders())));
        try (exchange) {
            if (happening.happens(exchange)) {
                return;
            }
            String expected =
                    Base64.getEncoder().encodeToString((USER + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
            if (!("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"rules\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            serve(exchange);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        String service = uri.contains(PUSH) ? PUSH : FETCH;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream body = body(exchange);
        boolean asks = uri.contains("/info/refs?");
        if (asks) {
            advertise(service, exchange, new PacketLineOut(answer));
        } else if (service.equals(PUSH)) {
            receivePack().receive(body, answer, null);
        } else {
            uploadPack(exchange).upload(body, answer, null);
        }
        Runnable meanwhile = lost;
        if (!asks && service.equals(PUSH) && meanwhile != null) {
            lost = null;
            meanwhile.run();
            return;
        }
        exchange.getResponseHeaders()
                .set("Content-Type", "application/x-" + service + (asks ? "-advertisement" : "-result"));
        exchange.sendResponseHeaders(200, answer.size());
        exchange.getResponseBody().write(answer.toByteArray());
    }

    private void advertise(String service, HttpExchange exchange, PacketLineOut to) throws IOException {
        if (service.equals(FETCH)) {
            uploadPack(exchange).sendAdvertisedRefs(new PacketLineOutRefAdvertiser(to), service);
        } else {
            to.writeString("# service=" + service + "\n");
            to.end();
            receivePack().sendAdvertisedRefs(new PacketLineOutRefAdvertiser(to));
        }
    }

    private UploadPack uploadPack(HttpExchange exchange) {
        UploadPack pack = new UploadPack(remote.repository());
        pack.setBiDirectionalPipe(false);
        String version = exchange.getRequestHeaders().getFirst("Git-Protocol");
        if (version != null) {
            pack.setExtraParameters(List.of(version));
        }
        return pack;
    }

    private ReceivePack receivePack() {
        ReceivePack pack = new ReceivePack(remote.repository());
        pack.setBiDirectionalPipe(false);
        pack.setPreReceiveHook(hook);
        return pack;
    }

    private static InputStream body(HttpExchange exchange) {
        try {
            InputStream body =
                    new ByteArrayInputStream(exchange.getRequestBody().readAllBytes());
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            return zipped ? new GZIPInputStream(body) : body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
