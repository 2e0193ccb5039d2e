package bench.load;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attacks by heads of requests, and by what is set around the service. */
final class WireAttacks {

    private static final Pattern STATUS = Pattern.compile("\"status\":(\\d{3})");

    private WireAttacks() {}

    /** Requests that nobody's client sends. */
    static final class OddRequests implements Attack {

        /** The first line, headers with {@code |} between; 501 and 505 only where they belong. */
        private static final List<String> ODD = List.of(
                "GET /v1/programmes HTTP/1.1|Accept-Language: -", "GET /v1/programmes HTTP/1.1|Accept-Language: ,;q=",
                "GET /v1/programmes HTTP/1.1|Accept-Language: " + "a-".repeat(500), "POST /nowhere HTTP/1.1|Content-Type: */*|Content-Length: 0",
                "POST /v1/decisions HTTP/1.1|Content-Type: */*|Content-Length: 0", "POST /v1/decisions HTTP/1.1|Content-Type: application/*|Content-Length: 0",
                "POST /v1/decisions HTTP/1.1|Content-Type: ;;;|Content-Length: 0", "POST /v1/decisions HTTP/1.1|Content-Type: text/plain;charset=none|Content-Length: 0",
                "GET /v1/programmes HTTP/1.1|Accept: application/json;charset=gbk", "GET /v1/programmes HTTP/1.1|Accept: application/json;charset=utf-16",
                "GET /v1/programmes HTTP/1.1|Accept: ;", "GET /v1/programmes HTTP/1.1|Accept: a/b/c", "GET /v1/programmes HTTP/1.1|Accept: text/html;q=9",
                "GET /v1/programmes HTTP/1.1|Accept-Charset: none", "GET /v1/programmes HTTP/1.1|Accept-Encoding: zip;q=x",
                "GET /v1/programmes HTTP/1.1|If-None-Match: \"", "GET /v1/programmes HTTP/1.1|If-Modified-Since: never", "GET /v1/programmes HTTP/1.1|Range: bytes=9-1",
                "POST /v1/decisions HTTP/1.1|Transfer-Encoding: strange", "POST /v1/decisions HTTP/1.1|Transfer-Encoding: chunked, chunked",
                "POST /v1/decisions HTTP/1.1|Transfer-Encoding: chunked|Content-Length: 3", "POST /v1/decisions HTTP/1.1|Content-Length: -1",
                "POST /v1/decisions HTTP/1.1|Content-Length: 1|Content-Length: 2", "POST /v1/decisions HTTP/1.1|Expect: 200-maybe|Content-Length: 0",
                "POST /v1/decisions HTTP/1.1|Content-Type: application/json|Content-Encoding: gzip|Content-Length: 0",
                "POST /v1/programmes/wide/releases HTTP/1.1|Content-Type: multipart/form-data|Content-Length: 0",
                "POST /v1/programmes/wide/releases?dryRun=%zz HTTP/1.1|Content-Type: multipart/form-data; boundary=|Content-Length: 0",
                "CONNECT localhost:443 HTTP/1.1", "TRACE /v1/programmes HTTP/1.1", "FETCH /v1/programmes HTTP/1.1", "OPTIONS * HTTP/1.1", "get /v1/programmes HTTP/1.1",
                "GET /v1/programmes HTTP/0.9", "GET /v1/programmes HTTP/1.9", "GET /v1/programmes HTTP/9.9", "GET /v1/programmes http", "GET /v1/programmes", "NOTHING",
                "GET /? HTTP/1.1", "GET /?% HTTP/1.1", "GET /v1/programmes?%zz=1 HTTP/1.1", "GET /v1/programmes?%00 HTTP/1.1", "GET /v1/%c0%ae%c0%ae/ HTTP/1.1",
                "GET /v1/programmes/wide/matrix?" + "a=1&".repeat(70) + " HTTP/1.1", "GET //v1/programmes HTTP/1.1", "GET /v1;x/programmes HTTP/1.1", "GET /v1/%2e%2e/ HTTP/1.1",
                "GET http://elsewhere.test/v1/programmes HTTP/1.1", "GET /" + "a".repeat(9000) + " HTTP/1.1", "GET /v1/programmes HTTP/1.1|X-Long: " + "a".repeat(9000),
                "GET /v1/programmes HTTP/1.1|Bad Name: 1", "GET /v1/programmes HTTP/1.1|: 1", "GET /v1/programmes HTTP/1.1|X: \u0000", "GET /v1/programmes HTTP/1.1|Host: a b",
                "GET /v1/programmes HTTP/1.1|Upgrade: h2c|Connection: Upgrade", "GET /v1/programmes HTTP/1.1|X-Forwarded-Host: <x>|X-Forwarded-Proto: gopher",
                "GET /v1/programmes/wide/matrix?at=2199-12-31T16:00:00Z HTTP/1.1", "GET /v1/programmes HTTP/1.1|X-HTTP-Method-Override: DELETE",
                "GET /v1/programmes HTTP/1.1|Cookie: $Version=9;=;", "GET /v1/programmes HTTP/1.1|Authorization: Bearer \u00e9", "GET /v1/programmes HTTP/1.1|X-API-Key: " + "k".repeat(4000));

        private static final int TIMES = 3;
        private static final int MAX_LOGGED_EACH = 400;

        @Override
        public String sentence() {
            return ODD.size() + " requests that cannot be read, in head, method, type, encoding or version: no 500, and a line of log at most";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            List<String> faults = new ArrayList<>();
            long log = Files.size(target.service().log);
            for (int i = 0; i < TIMES; i++) {
                for (String odd : ODD) {
                    int status = send(odd, target.service());
                    if (status >= 500 && status != 501 && status != 505 && !(status == 503)) {
                        faults.add(status + " for " + odd.substring(0, Math.min(80, odd.length())));
                    }
                }
            }
            long logged = Files.size(target.service().log) - log;
            if (logged > (long) TIMES * ODD.size() * MAX_LOGGED_EACH + 4096) {
                faults.add("they left " + logged + " bytes of log");
            }
            return faults.stream().distinct().toList();
        }

        private static int send(String odd, Service service) throws IOException {
            String key = odd.contains("X-API-Key") || odd.contains("Authorization") ? "" : "X-API-Key: " + Service.KEY + "\r\n";
            String host = odd.contains("Host: a b") ? "" : "Host: localhost\r\n";
            String[] lines = odd.split("\\|");
            StringBuilder request = new StringBuilder(lines[0]).append("\r\n").append(host).append(key);
            for (int i = 1; i < lines.length; i++) {
                request.append(lines[i]).append("\r\n");
            }
            request.append(odd.contains("Connection:") ? "" : "Connection: close\r\n").append("\r\n");
            try (Socket socket = Call.connect("127.0.0.50", service.port, Duration.ofSeconds(5))) {
                socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                return status(Call.read(socket, System.nanoTime() + Duration.ofSeconds(10).toNanos()));
            } catch (java.net.SocketException e) {
                return 0;
            }
        }
    }

    /** Of HTTP 0.9 an answer has no head: its problem says the status. */
    private static int status(byte[] answer) throws IOException {
        String text = new String(answer, StandardCharsets.UTF_8);
        if (text.isEmpty() || text.startsWith("HTTP/")) {
            return Answer.of(answer).status();
        }
        Matcher said = STATUS.matcher(text);
        return said.find() ? Integer.parseInt(said.group(1)) : 400;
    }

    /** Small doors. */
    static final class SmallDoors implements Attack {

        @Override
        public String sentence() {
            return "no host that a caller forwards is echoed, bodies packed by anything but gzip are refused, descriptions are off with credentials, unknown settings stop a start";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            List<String> faults = new ArrayList<>();
            for (String path : List.of("/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/index.html")) {
                Answer answer = Call.get(path).with("X-Forwarded-Host", "evil.test").with("X-Forwarded-Prefix", "/evil").to(target.service(), Duration.ofSeconds(20));
                if (answer.status() < 400) {
                    faults.add(path + " got " + answer.status());
                }
                if ((answer.head() + answer.text()).contains("evil")) {
                    faults.add(path + " echoes what a caller forwards");
                }
            }
            Answer packed = Call.ask("/v1/decisions", Inputs.QUESTION).with("Content-Encoding", "br").to(target.service(), Duration.ofSeconds(20));
            if (packed.status() != 415) {
                faults.add("a body that says it is packed got " + packed.status());
            }
            faults.addAll(unknownSetting(target));
            return faults;
        }

        private static List<String> unknownSetting(Target target) throws Exception {
            try (Service misspelt = new Service(target.work().resolve("misspelt"), target.remote().bare, "--quanyi.http.max-boddy=1MB")) {
                return List.of("a setting that there is not went unnoticed");
            } catch (IllegalStateException e) {
                return e.getMessage().contains("max-boddy") ? List.of() : List.of("the start was refused without a word of the setting");
            }
        }
    }
}
