package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.RawHttp;
import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that the alert rules and the dashboard use only metrics that the service has, with labels that these have. */
class MonitoringIntegrationTests {

    private static final Path RULES = Path.of("deploy/prometheus/quanyi-alerts.yaml");
    private static final Path DASHBOARD = Path.of("deploy/grafana/quanyi.json");

    /** A metric in an expression, with the conditions on its labels. */
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:quanyi|http|jvm|process|up)(?:_[a-z_]+)?)\\b(?:\\{([^}]*)})?");

    private static final Pattern CONDITION = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\"[^\"]*\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([a-z_, ]+)\\)");

    /** The metrics that Prometheus itself adds. */
    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("instance", "job");

    private static final String QUESTION = """
            {"programme": "tiny", "subscription": {"plan": "high", "product": "thing"},
              "question": {"service": "help", "at": "2026-11-20T16:00:00+08:00"}}""";

    @TempDir
    private static Path folder;

    private static Map<String, Set<String>> labelsByMetric = Map.of();

    @BeforeAll
    static void scrape() throws IOException {
        TinyRules.sealed().write(Files.createDirectory(folder.resolve("rules")));
        try (RunningService service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"))) {
            assertThat(service.decide(QUESTION).status()).isEqualTo(200);
            assertThat(service.decide(QUESTION.replace("help", "no-such")).status())
                    .isEqualTo(422);
            service.post("/v1/refresh", "");
            labelsByMetric = labels(RawHttp.exchange(
                    service.port(),
                    "GET /actuator/prometheus HTTP/1.1",
                    "Host: localhost",
                    "X-API-Key: " + RunningService.key()));
        }
    }

    @Test
    void everyAlertUsesMetricsAndLabelsThatExist() throws IOException {
        List<Map<?, ?>> alerts = alerts();
        assertThat(alerts).hasSizeGreaterThan(5);
        for (Map<?, ?> alert : alerts) {
            assertThat(faults(String.valueOf(alert.get("expr"))))
                    .as("%s", alert.get("alert"))
                    .isEmpty();
        }
    }

    @Test
    void everyAlertHasASeverityAndSaysInBothLanguagesWhatIsWrong() throws IOException {
        for (Map<?, ?> alert : alerts()) {
            Map<?, ?> labels = map(alert.get("labels"));
            assertThat(String.valueOf(labels.get("severity"))).isIn("critical", "warning");
            Map<?, ?> words = map(alert.get("annotations"));
            assertThat(String.valueOf(words.get("summary"))).doesNotContainPattern("\\p{IsHan}");
            assertThat(String.valueOf(words.get("summary_zh"))).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void theDocumentationSaysInBothLanguagesWhatToDoAboutEachAlert() throws IOException {
        String english = Files.readString(Path.of("docs/operating.md"));
        String chinese = Files.readString(Path.of("docs/operating.zh-CN.md"));
        for (Map<?, ?> alert : alerts()) {
            assertThat(english).contains("| `" + alert.get("alert") + "` |");
            assertThat(chinese).contains("| `" + alert.get("alert") + "` |");
        }
    }

    @Test
    void everyPanelUsesMetricsAndLabelsThatExist() throws IOException {
        JsonNode panels =
                JsonMapper.shared().readTree(Files.readString(DASHBOARD)).path("panels");
        assertThat(panels.size()).isGreaterThan(5);
        for (JsonNode panel : panels) {
            assertThat(panel.path("title").asString()).containsPattern("[A-Za-z].* · .*\\p{IsHan}");
            for (JsonNode target : panel.path("targets")) {
                assertThat(faults(target.path("expr").asString()))
                        .as("%s", panel.path("title"))
                        .isEmpty();
            }
        }
    }

    @Test
    void aMetricALabelOrABracketThatIsWrongIsFound() {
        assertThat(faults("quanyi_nothing_total > 0")).containsExactly("no metric quanyi_nothing_total");
        assertThat(faults("quanyi_release_number{customer=\"C-1\"}"))
                .containsExactly("quanyi_release_number has no label customer");
        assertThat(faults("sum by (customer) (quanyi_release_number)")).containsExactly("no label customer");
        assertThat(faults("sum(quanyi_release_number")).containsExactly("brackets");
        assertThat(faults("1 + 1")).containsExactly("no metric");
    }

    private static List<Map<?, ?>> alerts() throws IOException {
        Map<?, ?> document = map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(RULES)));
        List<Map<?, ?>> alerts = new ArrayList<>();
        for (Object group : list(document.get("groups"))) {
            list(map(group).get("rules")).forEach(rule -> alerts.add(map(rule)));
        }
        return alerts;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static List<String> faults(String expression) {
        List<String> faults = new ArrayList<>();
        Set<String> labels = new TreeSet<>(LABELS_OF_PROMETHEUS);
        List<MatchResult> metrics = METRIC.matcher(expression).results().toList();
        if (metrics.isEmpty()) {
            faults.add("no metric");
        }
        for (MatchResult metric : metrics) {
            String name = metric.group(1);
            Set<String> own = name.equals("up") ? LABELS_OF_PROMETHEUS : labelsByMetric.get(name);
            if (own == null) {
                faults.add("no metric " + name);
                continue;
            }
            labels.addAll(own);
            conditions(metric.group(2)).stream()
                    .filter(label -> !own.contains(label))
                    .forEach(label -> faults.add(name + " has no label " + label));
        }
        GROUPING.matcher(expression)
                .results()
                .flatMap(by -> Stream.of(by.group(1).split(", ")))
                .filter(label -> !labels.contains(label))
                .forEach(label -> faults.add("no label " + label));
        if (expression.replaceAll("[^(]", "").length()
                != expression.replaceAll("[^)]", "").length()) {
            faults.add("brackets");
        }
        return faults;
    }

    private static List<String> conditions(@Nullable String labels) {
        return labels == null
                ? List.of()
                : CONDITION
                        .matcher(labels)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
    }

    /** The labels of each metric of a scrape, as of all lines with its name. */
    private static Map<String, Set<String>> labels(String scrape) {
        Map<String, Set<String>> labels = new HashMap<>();
        scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> METRIC.matcher(line)
                        .results()
                        .limit(1)
                        .forEach(metric -> labels.computeIfAbsent(metric.group(1), any -> new TreeSet<>())
                                .addAll(conditions(metric.group(2)))));
        return labels;
    }
}
