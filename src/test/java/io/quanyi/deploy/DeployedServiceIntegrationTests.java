package io.quanyi.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.QuanyiApplication;
import io.quanyi.RawHttp;
import io.quanyi.access.credentials.ApiKey;
import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service with the settings and variables of the manifests, asked as Kubernetes and Prometheus ask it. Its ports, rules and keys are
 * those of the test, and no repository or database is asked.
 */
class DeployedServiceIntegrationTests {

    private static final String ADDRESS = "10.1.2.3";
    private static final ApiKey MONITOR = ApiKey.make("monitor", new SecureRandom());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"git", "postgresql"})
    void itStartsAndAnswersKubernetesAndPrometheus(String store) throws IOException {
        Kustomization manifests = ManifestTests.manifests(store);
        try (ConfigurableApplicationContext service = start(store, "--quanyi.store.kind=read-only")) {
            for (String address : List.of("server.address", "management.server.address")) {
                assertThat(service.getEnvironment().getProperty(address)).isEqualTo("0.0.0.0");
            }
            for (JsonNode probe : ManifestTests.container(manifests).findValues("httpGet")) {
                String port = probe.path("port").asString();
                assertThat(get(service, port, probe.path("path").asString(), ADDRESS, "X-Nothing: x"))
                        .startsWith("HTTP/1.1 200");
            }
            JsonNode endpoint = manifests.only("ServiceMonitor").at("/spec/endpoints/0");
            String metrics = endpoint.path("path").asString();
            String port = endpoint.path("port").asString();
            assertThat(get(service, port, metrics, ADDRESS, "Authorization: Bearer " + MONITOR.text()))
                    .startsWith("HTTP/1.1 200")
                    .contains("quanyi_store_revision");
            assertThat(get(service, port, metrics, ADDRESS, "X-Nothing: x")).startsWith("HTTP/1.1 401");
            assertThat(get(service, "http", "/v1/programmes", "quanyi.team.svc", "X-API-Key: " + MONITOR.text()))
                    .startsWith("HTTP/1.1 200");
            assertThat(get(service, "http", "/v1/programmes", "other.team.svc", "X-API-Key: " + MONITOR.text()))
                    .startsWith("HTTP/1.1 421");
        }
    }

    /** Settings of the service itself are refused at its start if they do not exist; Spring overlooks its own. */
    @Test
    void everySettingOfSpringExists() throws IOException {
        List<String> known = settingsOfSpring();
        Map<String, Object> settings = new LinkedHashMap<>();
        flatten("", ManifestTests.setting("base", "service.yaml"), settings);
        assertThat(settings.keySet())
                .filteredOn(name -> !name.startsWith("quanyi."))
                .hasSizeGreaterThan(4)
                .isSubsetOf(known);
        assertThat(known).doesNotContain("server.prot");
    }

    /** Nobody listens at the port, so a store with sound settings is not reached, and others are refused before. */
    @ParameterizedTest
    @CsvSource({"git, git.uri, git.example.com", "postgresql, postgresql.url, db.example.com:5432"})
    void itsStoreHasSettingsThatItTakes(String store, String setting, String host) {
        String address = ManifestTests.setting(store, "store.yaml")
                .at("/quanyi/store/" + setting.replace('.', '/'))
                .asString();
        assertThat(address).contains(host);
        assertThatThrownBy(() -> start(
                                store,
                                "--quanyi.store.kind=" + store,
                                "--quanyi.store.folder=" + folder.resolve("store"),
                                "--quanyi.store." + setting + "=" + address.replace(host, "127.0.0.1:1"))
                        .close())
                .rootCause()
                .hasMessageStartingWith("the store cannot be reached");
    }

    private ConfigurableApplicationContext start(String store, String... more) throws IOException {
        TinyRules.sealed().write(Files.createDirectory(folder.resolve("rules")));
        Path keys = folder.resolve("keys.yaml");
        Files.writeString(keys, """
                quanyi:
                  access:
                    keys:
                      - id: "monitor"
                        hash: "%s"
                        roles: [reader]
                """.formatted(MONITOR.hash()));
        JsonNode files = ManifestTests.manifests(store).only("ConfigMap").path("data");
        for (String file : files.propertyNames()) {
            Files.writeString(folder.resolve(file), files.path(file).asString());
        }
        SpringApplication application = new SpringApplication(QuanyiApplication.class);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("pod-systemEnvironment", variables(store))));
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.additional-location=file:" + folder.resolve("service.yaml") + ",file:"
                        + folder.resolve("store.yaml"),
                "--server.port=0",
                "--management.server.port=0",
                "--quanyi.access.keys-location=" + keys,
                "--quanyi.rules=" + folder.resolve("rules")));
        settings.addAll(List.of(more));
        return application.run(settings.toArray(String[]::new));
    }

    /** The variables of the container with their values: those of secrets are invented, and those of fields are the pod's. */
    private static Map<String, Object> variables(String store) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (JsonNode variable :
                ManifestTests.container(ManifestTests.manifests(store)).path("env")) {
            variables.put(
                    variable.path("name").asString(),
                    variable.path("value")
                            .asString("a-secret-of-a-test-that-is-long-enough")
                            .replace("$(POD_NAMESPACE)", "team")
                            .replace("$(POD_IP)", ADDRESS));
        }
        variables.remove("SPRING_CONFIG_ADDITIONALLOCATION");
        return variables;
    }

    private static String get(
            ConfigurableApplicationContext service, String port, String path, String host, String header) {
        String property = port.equals("http") ? "local.server.port" : "local.management.port";
        int number = Objects.requireNonNull(service.getEnvironment().getProperty(property, Integer.class));
        return RawHttp.exchange(number, "GET " + path + " HTTP/1.1", "Host: " + host + ":" + number, header);
    }

    private static List<String> settingsOfSpring() throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/spring-configuration-metadata.json");
        List<String> names = new ArrayList<>();
        for (Resource one : found) {
            mapper.readTree(one.getInputStream())
                    .path("properties")
                    .forEach(property -> names.add(property.path("name").asString()));
        }
        return names;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, Object> into) {
        if (!node.isObject()) {
            into.put(prefix, node.asString());
            return;
        }
        for (String member : node.propertyNames()) {
            flatten(prefix.isEmpty() ? member : prefix + "." + member, node.path(member), into);
        }
    }
}
