package io.quanyi.release.publish.web;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import io.quanyi.QuanyiApplication;
import io.quanyi.access.credentials.ApiKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A running service with keys of all roles, called over HTTP. */
public final class RunningService implements AutoCloseable {

    static final String NOTE = "{\"zh-CN\":\"开放\",\"en\":\"Opened\"}";

    private static final ApiKey ALL = ApiKey.make("all", new SecureRandom());
    private static final ApiKey NO_PUBLISHER = ApiKey.make("reads", new SecureRandom());
    private static final ApiKey COLLEAGUE = ApiKey.make("colleague", new SecureRandom());

    private final ConfigurableApplicationContext context;
    private final int port;
    private final ApiClient client;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
        this.client = new ApiClient(port);
    }

    /** Starts a service on a free port. It checks its store only on request. */
    public static RunningService start(Path audit, String... settings) {
        return looking("1h", audit, settings);
    }

    /** Starts a service on a free port that checks its store at intervals. */
    static RunningService looking(String poll, Path audit, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--quanyi.store.poll=" + poll,
                "--quanyi.audit.file=" + audit,
                "--quanyi.access.keys[0].id=all",
                "--quanyi.access.keys[0].hash=" + ALL.hash(),
                "--quanyi.access.keys[0].roles=decider,reader,author,publisher",
                "--quanyi.access.keys[1].id=reads",
                "--quanyi.access.keys[1].hash=" + NO_PUBLISHER.hash(),
                "--quanyi.access.keys[1].roles=decider,reader",
                "--quanyi.access.keys[2].id=colleague",
                "--quanyi.access.keys[2].hash=" + COLLEAGUE.hash(),
                "--quanyi.access.keys[2].roles=reader,author,approver"));
        all.addAll(Arrays.asList(settings));
        return new RunningService(new SpringApplication(QuanyiApplication.class).run(all.toArray(String[]::new)));
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** A key with all roles. */
    public static String key() {
        return ALL.text();
    }

    /** A key that may read and not publish. */
    public static String readerKey() {
        return NO_PUBLISHER.text();
    }

    /** The key of somebody else who drafts. */
    public static String colleagueKey() {
        return COLLEAGUE.text();
    }

    /** Calls with a key, and a text as body unless it is null. */
    public Answer send(String method, String path, @Nullable String body, String key, String... headers) {
        List<String> all = new ArrayList<>(List.of("X-API-Key", key, "Accept-Language", "en"));
        all.addAll(Arrays.asList(headers));
        return client.send(
                method, path, body == null ? null : BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    public Answer get(String path) {
        return client.get(path, "X-API-Key", ALL.text(), "Accept-Language", "en");
    }

    JsonNode serving() {
        return client.get("/actuator/health/serving", "X-API-Key", ALL.text())
                .json()
                .at("/components/releases/details");
    }

    Answer decide(String body) {
        return client.decide(body, "X-API-Key", ALL.text(), "Accept-Language", "en");
    }

    Answer post(String path, String json, String... headers) {
        return client.post(path, "application/json", json, with(headers, ALL));
    }

    Answer post(String path, MultipartForm form, String... headers) {
        return publishTo(path, form, with(headers, ALL));
    }

    /** Calls with the key that may only read. */
    Answer postAsReader(String path, MultipartForm form) {
        return publishTo(path, form, with(new String[0], NO_PUBLISHER));
    }

    Answer publish(String programme, MultipartForm form, String... headers) {
        return publishTo("/v1/programmes/" + programme + "/releases", form, with(headers, ALL));
    }

    Answer dryRun(String programme, MultipartForm form) {
        return publishTo("/v1/programmes/" + programme + "/releases?dryRun=true", form, with(new String[0], ALL));
    }

    /** Calls with the key that may only read. */
    Answer publishAsReader(String programme, MultipartForm form) {
        return publishTo("/v1/programmes/" + programme + "/releases", form, with(new String[0], NO_PUBLISHER));
    }

    Answer publishAsNobody(String programme, MultipartForm form) {
        return publishTo("/v1/programmes/" + programme + "/releases", form);
    }

    String ledgerTag(String programme) {
        return get("/v1/programmes/" + programme + "/releases").header("ETag");
    }

    private Answer publishTo(String path, MultipartForm form, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", MultipartForm.TYPE));
        all.addAll(Arrays.asList(headers));
        return client.send("POST", path, form.body(), all.toArray(String[]::new));
    }

    private static String[] with(String[] headers, ApiKey key) {
        List<String> all = new ArrayList<>(List.of("X-API-Key", key.text(), "Accept-Language", "en"));
        all.addAll(Arrays.asList(headers));
        return all.toArray(String[]::new);
    }

    /** A part of the service that no call reaches. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
