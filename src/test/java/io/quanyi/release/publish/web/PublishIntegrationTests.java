package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.ApiContract;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of publishing over HTTP into a folder: what is accepted, and what is refused without effect. */
class PublishIntegrationTests {

    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String CATALOGUE = GALAXY + "/catalogue/2025-01-01.yaml";
    private static final String POLICY = GALAXY + "/policy/2025.1/";
    private static final String META =
            "{\"effectiveFrom\":\"2027-01-01T00:00:00+08:00\",\"note\":" + RunningService.NOTE + "}";

    /** The remains of a service that was killed while it published. */
    private static final String KILLED =
            "{\"at\":\"2026-11-20T08:00:00Z\",\"requestId\":\"killed-1\",\"principal\":\"key:all\","
                    + "\"address\":\"10.0.0.7\",\"action\":\"publish\",\"programme\":\"tiny\",\"outcome\":\"begun\"}";

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));

    @TempDir
    private static Path folder;

    private static RunningService service;

    private String before = "";

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("audit.ndjson"), KILLED + "\n");
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void remember() {
        before = revision();
    }

    /** Checks that a test left the store unchanged, if it did not say otherwise. */
    private boolean publishes;

    @AfterEach
    void nothingHasChanged() {
        assertThat(revision().equals(before)).isNotEqualTo(publishes);
    }

    @Test
    void aCatalogueInJsonIsAsGoodAsOneInYaml() {
        publishes = true;
        String catalogue = JsonCatalogue.of(text(CATALOGUE));
        assertThat(catalogue).startsWith("{").contains("\t");
        Answer answer = publish(MultipartForm.of(META).with("catalogue", catalogue));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(service.get("/v1/programmes/" + GALAXY + "/catalogue?release="
                                + answer.json().at("/release/number").asInt())
                        .json()
                        .at("/plans"))
                .isEqualTo(service.get("/v1/programmes/" + GALAXY + "/catalogue?release=1")
                        .json()
                        .at("/plans"));
    }

    @Test
    void aWholeReleaseIsPublishedAtOnceAndItsRulesCanBeRead() {
        publishes = true;
        Map<String, byte[]> calendars = new LinkedHashMap<>();
        for (SourceFile file : SHIPPED.under("calendars/2026-01-01/")) {
            calendars.put(file.path().substring("calendars/2026-01-01/".length()), file.bytes());
        }
        Map<String, byte[]> policy = policy();
        policy.computeIfPresent(
                "clauses.yaml",
                (name, bytes) -> (new String(bytes, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        Answer answer = publish(MultipartForm.of(META)
                .with("policy", MultipartForm.zip(policy))
                .with("catalogue", text(CATALOGUE) + "\n# another\n")
                .with("calendars", MultipartForm.zip(calendars)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/checked/cases").asInt()).isGreaterThan(100);
        assertThat(answer.json().at("/changes").size()).isZero();
        String rules = answer.header("Location") + "/rules/GAL-FB-01";
        assertThat(service.get(rules).json().at("/file").asString()).contains("/policy/2027-01-01");
        assertThat(service.get(rules).json().at("/cases").size()).isPositive();
    }

    @Test
    void theSameCallAgainIsAnsweredAsItWasAndTheKeyOfAnotherRefused() {
        publishes = true;
        MultipartForm form = MultipartForm.of(META).with("catalogue", text(CATALOGUE) + "\n# once\n");
        Answer first = publish(form, "Idempotency-Key", "once-1");
        Answer again = service.publish(GALAXY, form, "If-Match", "\"long ago\"", "Idempotency-Key", "once-1");
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json().path("repeated").asBoolean()).isTrue();
        assertThat(again.json().at("/release")).isEqualTo(first.json().at("/release"));
        Answer other = publish(MultipartForm.of(META).with("catalogue", text(CATALOGUE)), "Idempotency-Key", "once-1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void whoDoesNotSayWhatTheySawIsRefusedAndWhoSawSomethingElseToo() {
        MultipartForm form = MultipartForm.of(META).with("catalogue", text(CATALOGUE) + "\n");
        assertThat(service.publish(GALAXY, form).status()).isEqualTo(428);
        Answer stale = service.publish(GALAXY, form, "If-Match", "\"0123456789\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("ledger-changed");
    }

    @Test
    void theLedgerSeenInAnyLanguageIsTheLedger() {
        MultipartForm form = MultipartForm.of(META).with("catalogue", "nonsense: [");
        String english = service.ledgerTag(GALAXY);
        String chinese = english.replace("-en\"", "-zh-CN\"");
        assertThat(service.publish(GALAXY, form, "If-Match", "\"x\", " + chinese)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everyFaultIsSaidWithItsFileLineAndColumn() {
        Map<String, byte[]> policy = policy();
        policy.computeIfPresent(
                "issue-feedback.drl", (name, bytes) -> changed(bytes, "insert(new Granted());", "System.exit(1);"));
        policy.computeIfPresent("plans.drl", (name, bytes) -> changed(bytes, "Plan(id == \"", "Plan(id == \"x"));
        Answer answer = publish(MultipartForm.of(META).with("policy", MultipartForm.zip(policy)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("release-refused");
        assertThat(answer.json().at("/errors").valueStream().toList())
                .allSatisfy(error -> {
                    assertThat(error.path("file").asString()).startsWith(GALAXY + "/policy/2027-01-01");
                    assertThat(error.path("line").asInt()).isPositive();
                    assertThat(error.path("column").asInt()).isPositive();
                })
                .extracting(error -> error.path("code").asString())
                .contains("refused-action", "unknown-id");
    }

    @Test
    void aDryRunSaysTheSameAndNeedsNothingSeen() {
        Answer good = service.dryRun(GALAXY, MultipartForm.of(META).with("catalogue", text(CATALOGUE) + "\n"));
        assertThat(good.status()).as(good.text()).isEqualTo(200);
        assertThat(good.json().path("published").asBoolean()).isFalse();
        assertThat(service.dryRun(GALAXY, MultipartForm.of(META).with("catalogue", "products: ["))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aDryRunSaysWhoseAnswersChangeAndItsExamplesCanBeSent() {
        String premium = "kingdee-premium-success";
        String catalogue = text(premium + "/catalogue/2025-01-01.yaml")
                + "openings:\n  - { service: im-support, product: kingdee-k3-wise }\n";
        JsonNode impact = service.dryRun(premium, MultipartForm.of(META).with("catalogue", catalogue))
                .json()
                .path("impact");
        assertThat(impact.at("/before/release").asInt()).isEqualTo(1);
        assertThat(impact.at("/after/release").isNull()).isTrue();
        assertThat(impact.path("services").findValuesAsString("service")).containsExactly("im-support");
        JsonNode first = impact.at("/sentences/0");
        assertThat(first.path("text").asString())
                .contains("product: Kingdee K/3 WISE")
                .contains("not entitled; The service is not yet open to the customer's product → entitled");
        assertThat(first.at("/rulesBefore/0/id").asString()).isEqualTo("KPS-IM-02");
        assertThat(first.at("/rulesBefore/0/clauses/0/quote").asString()).isNotBlank();
        for (JsonNode sentence : impact.path("sentences")) {
            Answer asked = service.decide(sentence.path("example").toString());
            assertThat(asked.status()).as(asked.text()).isEqualTo(200);
            assertThat(asked.json().path("reasons").findValuesAsString("code")).contains("product-not-open");
        }
    }

    private static final String PREMIUM = "kingdee-premium-success";

    private static final String OPENED = text(PREMIUM + "/catalogue/2025-01-01.yaml")
            + "openings:\n  - { service: im-support, product: kingdee-k3-wise }\n";

    @Test
    void ofARequestADryRunAndAComparisonSayWhetherItsAnswerChangesAndByWhichSentence() {
        publishes = true;
        String requests = "[" + asked("kingdee-k3-wise") + "," + asked("kingdee-eas") + "]";
        String meta = META.replace("2027", "2030").replace("}}", "},\"requests\":" + requests + "}");
        Answer tried = service.dryRun(PREMIUM, MultipartForm.of(meta).with("catalogue", OPENED));
        assertOneIsCovered(tried.json().path("impact"));

        Answer stored = service.publish(
                PREMIUM, MultipartForm.of(meta).with("catalogue", OPENED), "If-Match", service.ledgerTag(PREMIUM));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        assertOneIsCovered(stored.json().path("impact"));

        int number = stored.json().at("/release/number").asInt();
        String body = "{\"from\":1,\"to\":" + number + ",\"requests\":" + requests + "}";
        Answer compared = service.post("/v1/programmes/" + PREMIUM + "/impact", body);
        assertThat(compared.status()).as(compared.text()).isEqualTo(200);
        assertOneIsCovered(compared.json());
        assertThat(compared.json().at("/after/release").asInt()).isEqualTo(number);
        assertThat(compared.json().at("/sentences").size())
                .isEqualTo(tried.json().at("/impact/sentences").size());

        Answer back = service.post(
                "/v1/programmes/" + PREMIUM + "/rollbacks?dryRun=true",
                "{\"release\":1,\"note\":" + RunningService.NOTE
                        + ",\"effectiveFrom\":\"2031-01-01T00:00:00+08:00\",\"requests\":" + requests + "}");
        assertOneIsCovered(back.json().path("impact"));
    }

    private static void assertOneIsCovered(JsonNode impact) {
        JsonNode first = impact.at("/requests/0");
        assertThat(first.path("changes").asBoolean()).as("%s", impact).isTrue();
        assertThat(first.path("coverage").asString()).isEqualTo("covered");
        assertThat(first.path("text").asString()).contains("; sentence ");
        JsonNode sentence = impact.at("/sentences/" + (first.at("/sentences/0").asInt() - 1));
        assertThat(sentence.path("before")).isEqualTo(first.path("before"));
        assertThat(sentence.path("after")).isEqualTo(first.path("after"));
        assertThat(impact.at("/requests/1/coverage").asString()).isEqualTo("unchanged");
        assertThat(impact.at("/requests/1/number").asInt()).isEqualTo(2);
        assertThat(impact.path("requests").size()).isEqualTo(2);
    }

    private static String asked(String product) {
        return "{\"programme\":\"" + PREMIUM + "\",\"subscription\":{\"plan\":\"premium\",\"product\":\"" + product
                + "\"},\"question\":{\"service\":\"im-support\",\"at\":\"2026-06-15T12:00:00+08:00\"}}";
    }

    @Test
    void aComparisonNamesEveryFault() {
        String other = asked("kingdee-eas").replace(PREMIUM, GALAXY);
        assertThat(service.post(
                                "/v1/programmes/" + PREMIUM + "/impact",
                                "{\"from\":77,\"to\":1,\"requests\":[" + asked("kingdee-eas") + "," + other + "]}")
                        .errors())
                .containsExactly("/from unknown-release", "/requests/1/programme other-programme");
        assertThat(service.post("/v1/programmes/" + PREMIUM + "/impact", "{\"from\":1,\"of\":[],\"requests\":[{}]}")
                        .errors())
                .contains("/of unknown-member", "/to member-missing", "/requests/0/programme member-missing");
        String meta = META.replace("}}", "},\"requests\":[" + other + "]}");
        assertThat(service.dryRun(PREMIUM, MultipartForm.of(meta).with("catalogue", OPENED))
                        .errors())
                .containsExactly("/requests/0/programme other-programme");
    }

    @Test
    void aReleaseThatSaysTheSameTouchesNobody() {
        JsonNode impact = service.dryRun(GALAXY, MultipartForm.of(META).with("catalogue", text(CATALOGUE) + "\n"))
                .json()
                .path("impact");
        assertThat(impact.path("sentences").size()).isZero();
        assertThat(impact.path("untouched").asInt()).isEqualTo(20);
    }

    @Test
    void aProductThatTheCatalogueLacksAndAPlanThatItDropsAreFaults() {
        assertThat(publish(MultipartForm.of(META)
                                .with("catalogue", text(CATALOGUE).replace("  - id: exclusive\n", "  - id: other\n")))
                        .errors())
                .anyMatch(error -> error.contains("unknown-id"));
        Map<String, byte[]> policy = policy();
        policy.computeIfPresent(
                "online-im.drl",
                (name, bytes) -> changed(
                        bytes,
                        "Question(service == \"online-im\")",
                        "Question(service == \"online-im\")\n    Product(id == \"no-such\")"));
        assertThat(publish(MultipartForm.of(META).with("policy", MultipartForm.zip(policy)))
                        .errors())
                .anyMatch(error -> error.contains("unknown-id"));
    }

    static Stream<Arguments> hostileZips() {
        byte[] some = "x".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("../../etc/passwd", Map.of("../../etc/passwd", some), "zip-name"),
                Arguments.of("an absolute path", Map.of("/etc/passwd", some), "zip-name"),
                Arguments.of("backslashes", Map.of("..\\help.drl", some), "zip-name"),
                Arguments.of("a folder", Map.of("2027/help.drl", some), "zip-name"),
                Arguments.of("a file of another kind", Map.of("kmodule.xml", some), "zip-name"),
                Arguments.of("a class", Map.of("Help.class", some), "zip-name"),
                Arguments.of("a hidden file", Map.of(".help.drl", some), "zip-name"),
                Arguments.of("a line break in a name", Map.of("help.drl\n", some), "zip-name"),
                Arguments.of("nothing", Map.of(), "zip-"),
                Arguments.of("a bomb", Map.of("help.drl", new byte[200 << 20]), "file-too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileZips")
    void aZipOfSomethingElseIsRefused(String what, Map<String, byte[]> files, String code) {
        Answer answer = publish(MultipartForm.of(META).with("policy", MultipartForm.zip(files)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).anyMatch(error -> error.contains(code));
    }

    @Test
    void aZipOfTooManyFilesIsRefused() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= 500; i++) {
            files.put("rule-" + i + ".drl", new byte[0]);
        }
        assertThat(publish(MultipartForm.of(META).with("policy", MultipartForm.zip(files)))
                        .errors())
                .contains("zip-too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no zip at all", "PK\u0003\u0004 and no more", ""})
    void whatIsNoZipIsRefused(String bytes) {
        Answer answer = publish(MultipartForm.of(META).with("policy", bytes));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).anyMatch(error -> error.startsWith("zip-"));
    }

    @Test
    void aFormLargerThanAnyReleaseIsNotRead() {
        Answer answer = publish(MultipartForm.of(META).with("policy", new byte[12 << 20]));
        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "{} | /note member-missing",
                "{\"note\":{\"en\":\"a\",\"zh-CN\":\"b\"},\"effectivefrom\":\"2027-01-01T00:00:00Z\"} | /effectivefrom unknown-member",
                "{\"note\":{\"en\":\"a\",\"zh-CN\":\"b\"},\"effectiveFrom\":\"2027-01-01\"} | /effectiveFrom not-an-instant",
                "{\"note\":{\"en\":\"a\\u3164\",\"zh-CN\":\"b\"}} | /note/en text-deceptive",
                "{\"note\":{\"en\":\"a\",\"zh-CN\":\"\u2800\"}} | /note/zh-CN text-deceptive",
                "[] | not-an-object",
                "{ | json-syntax"
            })
    void whatIsSaidOfAReleaseIsReadStrictly(String meta, String error) {
        Answer answer = publish(MultipartForm.of(meta).with("catalogue", text(CATALOGUE)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).anyMatch(found -> found.startsWith(error));
    }

    @Test
    void aNoteIsNeededInEachLanguageOfTheProgramme() {
        Answer answer = publish(
                MultipartForm.of("{\"note\":{\"en\":\"a\"}}").with("catalogue", text(CATALOGUE) + "\n# noted\n"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("/note/zh-CN member-missing");
    }

    @Test
    void partsThatNobodyKnowsAndPartsThatComeTwiceAreRefused() {
        Answer answer = publish(new MultipartForm()
                .with("catalogue", text(CATALOGUE))
                .with("catalogue", text(CATALOGUE))
                .with("catalog", "x"));
        assertThat(answer.errors())
                .contains("/catalog part-unknown", "/catalogue duplicate-member", "/meta member-missing");
    }

    @Test
    void nothingIsNothingToPublish() {
        assertThat(publish(MultipartForm.of(META)).errors()).containsExactly("nothing-changes");
    }

    @Test
    void aFormThatBreaksOffIsSaidToHave() {
        Answer answer = service.publish(GALAXY, MultipartForm.of(META).cutOff(), "If-Match", service.ledgerTag(GALAXY));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aRollbackIsReadStrictly() {
        String path = "/v1/programmes/" + GALAXY + "/rollbacks";
        String tag = service.ledgerTag(GALAXY);
        assertThat(service.post(path, "{\"release\":0}", "If-Match", tag).errors())
                .contains("/release number-out-of-range", "/note member-missing");
        assertThat(service.post(path, "{\"release\":77,\"note\":" + RunningService.NOTE + "}", "If-Match", tag)
                        .errors())
                .contains("/release unknown-release");
        assertThat(service.post(path, "{\"release\":1,\"note\":" + RunningService.NOTE + "}")
                        .status())
                .isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rollbacks", "/withdrawals", "/impact"})
    void aProgrammeThatThereIsNotIsAnsweredWithThoseThatThereAre(String call) {
        Answer answer = service.post("/v1/programmes/kingdee-galaxy-publik" + call, "{}", "Accept-Language", "en");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
        assertThat(answer.errors()).containsExactly("unknown-programme");
        assertThat(answer.json().at("/errors/0/known").valueStream().map(JsonNode::asString))
                .contains(GALAXY, PREMIUM);
        assertThat(answer.json().path("detail").asString()).contains("\"" + GALAXY + "\"?");
    }

    @Test
    void theFormIsTakenAsPagesFillItThatAreMadeFromItsDescription() {
        JsonNode description = JsonMapper.shared().valueToTree(ApiContract.yaml());
        JsonNode operation = description.at("/paths/~1v1~1programmes~1{programme}~1releases/post");
        Map<String, String> examples = new LinkedHashMap<>();
        operation
                .path("parameters")
                .forEach(parameter -> examples.put(
                        parameter.path("name").asString(),
                        parameter.path("example").asString("")));
        assertThat(examples).containsEntry("dryRun", "true").containsEntry("If-Match", "");
        String meta =
                description.at("/components/schemas/PublishMeta/examples/0").toString();
        String programme = examples.getOrDefault("programme", "");
        Answer answer =
                service.dryRun(programme, MultipartForm.of(meta).with("catalogue", text(CATALOGUE) + "\n# opened\n"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        for (boolean ofPage : new boolean[] {false, true}) {
            Answer opened = service.dryRun(
                    programme,
                    MultipartForm.of(meta)
                            .unchosen("catalogue", ofPage)
                            .unchosen("policy", ofPage)
                            .unchosen("calendars", ofPage));
            assertThat(opened.status()).as(opened.text()).isEqualTo(200);
            assertThat(opened.json().path("unchanged").asBoolean()).isTrue();
        }
    }

    @Test
    void anEmptyFileThatWasChosenIsRefused() {
        assertThat(service.dryRun(GALAXY, MultipartForm.of(META).with("policy", ""))
                        .errors())
                .containsExactly("zip-broken");
        assertThat(service.dryRun(GALAXY, MultipartForm.of(META).with("catalogue", ""))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "?dryRun=yes, /dryRun not-a-boolean",
        "?dryRun, /dryRun not-a-boolean",
        "?dryRun=true&dryRun=true, /dryRun duplicate-member",
        "?dry-run=true, /dry-run unknown-member",
        "?dryrun=true, /dryrun unknown-member",
        "?dryRun=true&programme=x, /programme unknown-member"
    })
    void aDryRunIsOneOrNone(String query, String error) {
        String programme = "/v1/programmes/" + GALAXY;
        assertThat(service.post(
                                programme + "/rollbacks" + query,
                                "{\"release\":1,\"note\":" + RunningService.NOTE + "}",
                                "If-Match",
                                service.ledgerTag(GALAXY))
                        .errors())
                .containsExactly(error);
        MultipartForm form = MultipartForm.of(META).with("catalogue", text(CATALOGUE) + "\n# another\n");
        assertThat(service.post(programme + "/releases" + query, form, "If-Match", service.ledgerTag(GALAXY))
                        .errors())
                .containsExactly(error);
    }

    @Test
    void refreshTakesNoQuery() {
        assertThat(service.post("/v1/refresh?dryRun=true", "").errors()).containsExactly("/dryRun query-not-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, /to ends-before-it-begins",
        "?from=2027-01-01, /from not-an-instant",
        "?since=2027-01-01T00:00:00Z, /since unknown-member"
    })
    void aSpanIsReadStrictly(String query, String error) {
        Answer answer = service.get("/v1/programmes/" + GALAXY + "/changes" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(error);
    }

    @Test
    void whoMayNotPublishIsRefusedAndWrittenDown() throws IOException {
        MultipartForm form = MultipartForm.of(META).with("catalogue", text(CATALOGUE) + "\n");
        assertThat(service.publishAsReader(GALAXY, form).status()).isEqualTo(403);
        assertThat(service.publishAsNobody(GALAXY, form).status()).isEqualTo(401);
        assertThat(publish(form.with("odd", "")).status()).isEqualTo(400);
        List<String> audit = Files.readAllLines(folder.resolve("audit.ndjson"));
        assertThat(audit)
                .anyMatch(line -> line.contains("key:reads") && line.contains("\"status\":403"))
                .anyMatch(line -> line.contains("anonymous") && line.contains("\"status\":401"))
                .anyMatch(line -> line.contains("key:all") && line.contains("\"outcome\":\"begun\""))
                .anyMatch(line -> line.contains("key:all") && line.contains("\"code\":\"malformed\""));
    }

    @Test
    void whatAKilledServiceBeganIsEndedByTheNext() throws IOException {
        List<String> audit = Files.readAllLines(folder.resolve("audit.ndjson"));
        assertThat(audit.get(0)).isEqualTo(KILLED);
        assertThat(audit.get(1)).contains("\"requestId\":\"killed-1\"", "\"outcome\":\"unknown\"");
    }

    private static Answer publish(MultipartForm form, String... headers) {
        String[] all = Stream.concat(Stream.of("If-Match", service.ledgerTag(GALAXY)), Stream.of(headers))
                .toArray(String[]::new);
        return service.publish(GALAXY, form, all);
    }

    private static String revision() {
        return service.serving().at("/store/revision").asString();
    }

    private static Map<String, byte[]> policy() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        SHIPPED.under(POLICY).forEach(file -> files.put(file.path().substring(POLICY.length()), file.bytes()));
        return files;
    }

    private static byte[] changed(byte[] bytes, String text, String other) {
        String before = new String(bytes, StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        return before.replace(text, other).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String path) {
        return new String(SHIPPED.under(path).get(0).bytes(), StandardCharsets.UTF_8);
    }
}
