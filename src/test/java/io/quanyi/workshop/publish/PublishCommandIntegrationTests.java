package io.quanyi.workshop.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quanyi.release.publish.web.RunningService;
import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft on its way to a service that runs. */
class PublishCommandIntegrationTests {

    private static final String CALENDAR = "calendars/2026-01-01/cn/2026.yaml";
    private static final String YEAR_2027 = """
            id: cn
            knownFrom: 2027-01-01
            knownTo: 2027-12-31
            source: { title: 通知, publishedOn: 2026-11-04 }
            holidays:
              - { name: { zh-CN: 元旦, en: New Year's Day }, from: 2027-01-01, to: 2027-01-03, statutory: [2027-01-01] }
            """;

    private static final String LEDGER = "/v1/programmes/tiny/releases";

    @TempDir
    private static Path kept;

    private static RunningService service;

    @TempDir
    private Path folder;

    @TempDir
    private Path keys;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                kept.resolve("audit.ndjson"),
                "--quanyi.rules=" + TinyRules.sealed().write(kept.resolve("rules")),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + kept.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void writeKeys() throws IOException {
        Files.writeString(keys.resolve("all"), RunningService.key() + "\n");
        Files.writeString(keys.resolve("reads"), RunningService.readerKey());
        Files.writeString(keys.resolve("none"), "qk_nobody_00000000000000000000000000000000");
        Files.writeString(keys.resolve("torn"), "two\nlines");
    }

    @Test
    void aDraftIsTriedAndPublishedAndPublishedOnce() {
        draft("2", "workingDays(1)", "workingDays(2)").write(folder);
        int before = releases();

        CommandLineRun tried = publish("all", "--dry-run");
        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .startsWith("Dry run, nothing published: would become release " + (before + 1) + " (policy 2, ")
                .contains("Replaces release 1: from Fri 2027-01-01 00:00 (UTC+08:00) on")
                .contains("  1. ", "Answered within 2 working days");
        assertThat(releases()).isEqualTo(before);

        CommandLineRun done = publish("all");
        assertThat(done.err()).isEmpty();
        assertThat(done.status()).isZero();
        assertThat(done.out()).startsWith("Published: release " + (before + 1) + " (policy 2, ");
        assertThat(releases()).isEqualTo(before + 1);

        CommandLineRun again = publish("all");
        assertThat(again.status()).isZero();
        assertThat(again.out())
                .startsWith("Already published by the same call: release " + (before + 1) + " (policy 2, ");
        assertThat(releases()).isEqualTo(before + 1);
    }

    /** A service of an earlier version answers so to a word that came later. */
    @Test
    void nothingIsPublishedThatAReplicaWouldRefuse() throws IOException {
        draft("9", "workingDays(1)", "workingDays(4)").write(folder);
        int before = releases();
        HttpServer older = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new ArrayList<>();
        older.createContext("/", call -> {
            asked.add(call.getRequestMethod() + " " + call.getRequestURI());
            byte[] problem = """
                    {"status":422,"code":"faulty-draft","errors":[{"pointer":"","code":"rule-call","message":"no such word",\
                    "file":"tiny/policy/9/help.drl","line":10}]}""".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(422, problem.length);
            call.getResponseBody().write(problem);
            call.close();
        });
        older.start();
        String address = "http://127.0.0.1:" + older.getAddress().getPort();
        try {
            CommandLineRun refused = publish("all", "--replica", service.url(), "--replica", address);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("Nothing was published, because " + address + " would refuse it:\n")
                    .contains("tiny/policy/9/help.drl:10: no such word");
            assertThat(asked).containsExactly("POST " + LEDGER + "?dryRun=true");
        } finally {
            older.stop(0);
        }
        assertThat(publish("all", "--replica", address).err()).contains(address);
        assertThat(releases()).isEqualTo(before);
        CommandLineRun done = publish("all", "--later-releases", "keep", "--replica", service.url());
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).startsWith("Published: release " + (before + 1));
        CommandLineRun again = publish("all", "--later-releases", "keep", "--replica", service.url());
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).startsWith("Already published by the same call");
    }

    @Test
    void calendarsAreTriedAndPublishedInAllProgrammesAndPublishedOnce() {
        TinyRules.sealed()
                .copy(CALENDAR, "calendars/2028-01-01/cn/2026.yaml")
                .with("calendars/2028-01-01/cn/2027.yaml", YEAR_2027)
                .write(folder);
        int before = releases();

        CommandLineRun tried = publishCalendars("--dry-run");
        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .startsWith(
                        "Dry run, nothing published: calendars 2028-01-01 would be in force in 1 programme\n\ntiny\n")
                .contains("What is answered stays the same; what changes is when:", "2027-01-01");
        assertThat(releases()).isEqualTo(before);

        CommandLineRun done = publishCalendars();
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).startsWith("Published: calendars 2028-01-01 in 1 programme\n");
        assertThat(releases()).isEqualTo(before + 1);
        assertThat(publishCalendars().out()).startsWith("Already published by the same call: calendars 2028-01-01");
    }

    @Test
    void calendarsAreOfAllProgrammesAndNewOnes() {
        TinyRules.sealed().write(folder);
        assertThat(publishCalendars().err()).contains("no calendars to publish: every version is named by a ledger");
        assertThat(publishCalendars("--later-releases", "keep").err()).contains("is not for calendars");
        assertThat(publish("all", "--calendars").err()).contains("name a programme, or --calendars for all programmes");
    }

    private CommandLineRun publishCalendars(String... more) {
        List<Object> call =
                new ArrayList<>(List.of("publish", "--calendars", "--rules", folder, "--to", service.url()));
        call.addAll(List.of("--key-file", keys.resolve("all"), "--effective-from", "2028-01-01T00:00:00+08:00"));
        call.addAll(List.of("--note-zh", "放假安排", "--note-en", "Holidays"));
        call.addAll(List.of(more));
        return CommandLineRun.of(call.toArray());
    }

    @Test
    void whatDoesNotHoldHereIsNotSent() {
        draft("3", "\"low\"", "\"lwo\"").write(folder);
        CommandLineRun run = CommandLineRun.of(call("http://127.0.0.1:" + deafPort(), "all"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("tiny/policy/3/help.drl:10:16: unknown plan \"lwo\"");
    }

    @Test
    void aFaultThatTheServiceFindsIsShownWhereItStands() {
        draft("4", "@reading(A01)", "@reading(A02)")
                .change(
                        "readings.yaml",
                        "readings:\n",
                        "readings:\n  - { id: A02, firm: true, text: { zh-CN: 二, en: Two } }\n")
                .write(folder);
        int before = releases();
        CommandLineRun run = publish("all");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(folder.resolve("tiny/policy/4/help.drl") + ":15:1: ")
                .contains("A02", "  15 | rule \"In high", "1 fault");
        assertThat(releases()).isEqualTo(before);
    }

    @Test
    void aProgramIsToldInJson() {
        draft("5", "workingDays(1)", "workingDays(3)").write(folder);
        assertThat(publish("all", "--dry-run", "--json").out())
                .startsWith("{")
                .contains("\"published\" : false", "\"policy\" : \"5\"");
        assertThat(publish("reads", "--json").out()).contains("\"status\" : 403");
    }

    @Test
    void aKeyThatNobodyKnowsOrThatMayNotPublishIsRefused() {
        draft("6", "workingDays(1)", "workingDays(3)").write(folder);
        int before = releases();
        CommandLineRun unknown = publish("none");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("does not know this key (401)").doesNotContain("qk_nobody");
        CommandLineRun reader = publish("reads");
        assertThat(reader.status()).isEqualTo(1);
        assertThat(reader.err()).contains("this key lacks permission").contains("(403)");
        assertThat(CommandLineRun.of(call(service.url() + "/elsewhere", "all")).err())
                .contains("(404)");
        assertThat(releases()).isEqualTo(before);
    }

    @Test
    void aServiceThatIsNotThereIsSaidToBeSilent() {
        draft("7", "workingDays(1)", "workingDays(3)").write(folder);
        CommandLineRun run = CommandLineRun.of(call("http://127.0.0.1:" + deafPort(), "all"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("no answer from http://127.0.0.1:").contains("no connection");
    }

    @Test
    void aWrongCallSendsNothing() {
        TinyRules.sealed().write(folder);
        assertWrong(publish("all"), "tiny has no draft");
        assertWrong(publish("torn"), "this is not an API key");
        assertWrong(publish("missing"), "no such file");
        assertWrong(CommandLineRun.of(call("http://example.org", "all")), "is not encrypted");
        assertWrong(CommandLineRun.of(call("http://127.0.0.1.example.org", "all")), "is not encrypted");
        for (String address :
                List.of("ftp://127.0.0.1", "127.0.0.1", "https://a:b@c", "https://c?d", "https://", "::")) {
            assertWrong(CommandLineRun.of(call(address, "all")), "is not the address of a service");
        }
    }

    @Test
    void itSpeaksChinese() {
        draft("8", "workingDays(1)", "workingDays(3)").write(folder);
        List<Object> call = new ArrayList<>(List.of(call(service.url(), "all")));
        call.add("--dry-run");
        assertThat(CommandLineRun.in(Locale.CHINA, call.toArray()).out()).startsWith("试运行，未发布");
    }

    private static void assertWrong(CommandLineRun run, String message) {
        assertThat(run.err()).contains(message);
        assertThat(run.status()).isEqualTo(2);
    }

    /** The sealed rules, and a policy that differs in one thing from what is sealed. */
    private static TinyRules draft(String version, String text, String other) {
        TinyRules rules = TinyRules.sealed();
        for (String file : List.of("help.drl", "plans.drl", "help.cases.yaml", "clauses.yaml")) {
            rules = rules.copy("tiny/policy/1/" + file, "tiny/policy/" + version + "/" + file);
        }
        TinyRules changed = rules.change("tiny/policy/" + version + "/help.drl", text, other);
        return other.startsWith("workingDays")
                ? changed.change(
                        "tiny/policy/" + version + "/help.cases.yaml",
                        "response: { dueAt: 2026-11-23T16:00:00+08:00 }",
                        "response: {}")
                : changed;
    }

    private CommandLineRun publish(String key, String... more) {
        List<Object> call = new ArrayList<>(List.of(call(service.url(), key)));
        call.addAll(List.of(more));
        return CommandLineRun.of(call.toArray());
    }

    private Object[] call(String address, String key) {
        return new Object[] {
            "publish",
            "tiny",
            "--rules",
            folder,
            "--to",
            address,
            "--key-file",
            keys.resolve(key),
            "--effective-from",
            "2027-01-01T00:00:00+08:00",
            "--note-zh",
            "改为两天",
            "--note-en",
            "Two days"
        };
    }

    private static int releases() {
        return service.get(LEDGER).json().path("releases").size();
    }

    /** A port that nobody listens on. */
    private static int deafPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
