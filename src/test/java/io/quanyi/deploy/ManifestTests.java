package io.quanyi.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tests of the manifests for Kubernetes: each is of its type, and they agree with each other and with the image. */
class ManifestTests {

    static final Path FOLDER = Path.of("deploy/kubernetes");
    private static final Path DOCKERFILE = Path.of("deploy/image/Dockerfile");

    @ParameterizedTest
    @ValueSource(strings = {"base", "git", "postgresql"})
    void everyManifestIsOfItsType(String folder) {
        List<ObjectNode> objects = manifests(folder).objects();
        assertThat(objects).hasSizeGreaterThan(6);
        assertThat(objects)
                .allSatisfy(object -> assertThatCode(() -> KubernetesTypes.read(object))
                        .as("%s", object)
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selectors: {a: b}}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: {port: 80}}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: eighty}]}}"
            })
    void aMemberThatDoesNotExistOrHasAnotherTypeIsFound(String manifest) {
        assertThatThrownBy(() -> KubernetesTypes.read(Kustomization.parsed(manifest)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void everyFileIsUsed() throws IOException {
        Set<Path> used = new TreeSet<>(manifests("git").files());
        used.addAll(manifests("postgresql").files());
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "git", "postgresql"})
    void everySelectorFindsThePods(String folder) {
        Kustomization manifests = manifests(folder);
        JsonNode labels = manifests.only("Deployment").at("/spec/template/metadata/labels");
        assertThat(labels.size()).isPositive();
        List<JsonNode> selectors = new ArrayList<>(List.of(
                manifests.only("Service").at("/spec/selector"),
                manifests.only("Deployment").at("/spec/selector/matchLabels"),
                manifests.only("PodDisruptionBudget").at("/spec/selector/matchLabels"),
                manifests.only("NetworkPolicy").at("/spec/podSelector/matchLabels")));
        manifests
                .only("Deployment")
                .at("/spec/template/spec/topologySpreadConstraints")
                .forEach(spread -> selectors.add(spread.at("/labelSelector/matchLabels")));
        assertThat(selectors).hasSize(6).containsOnly(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "git", "postgresql"})
    void whatIsNamedExists(String folder) {
        Kustomization manifests = manifests(folder);
        ObjectNode deployment = manifests.only("Deployment");
        JsonNode pod = deployment.at("/spec/template/spec");
        assertThat(pod.path("serviceAccountName"))
                .isEqualTo(manifests.only("ServiceAccount").at("/metadata/name"));
        assertThat(pod.at("/volumes/0/configMap/name"))
                .isEqualTo(manifests.only("ConfigMap").at("/metadata/name"));
        assertThat(texts(pod.findValues("volumeMounts").stream()
                        .flatMap(JsonNode::valueStream)
                        .map(mount -> mount.path("name"))))
                .containsExactlyElementsOf(
                        texts(pod.path("volumes").valueStream().map(volume -> volume.path("name"))));
        JsonNode scaled = manifests.only("HorizontalPodAutoscaler").at("/spec/scaleTargetRef");
        for (String member : List.of("apiVersion", "kind")) {
            assertThat(scaled.path(member)).isEqualTo(deployment.path(member));
        }
        assertThat(scaled.path("name")).isEqualTo(deployment.at("/metadata/name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "git", "postgresql"})
    void everyPortThatIsNamedIsOneOfThePod(String folder) {
        Kustomization manifests = manifests(folder);
        List<String> names =
                texts(container(manifests).path("ports").valueStream().map(port -> port.path("name")));
        assertThat(names).containsExactly("http", "management");
        assertThat(texts(manifests.only("Service").findValues("targetPort").stream()))
                .isEqualTo(names);
        assertThat(texts(manifests.only("NetworkPolicy").at("/spec/ingress").findValues("port").stream()))
                .isEqualTo(names);
        assertThat(texts(container(manifests).findValues("httpGet").stream().map(get -> get.path("port"))))
                .hasSize(3)
                .isSubsetOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"git", "postgresql"})
    void prometheusFindsTheService(String folder) {
        Kustomization manifests = manifests(folder);
        ObjectNode service = manifests.only("Service");
        JsonNode monitor = manifests.only("ServiceMonitor").path("spec");
        assertThat(monitor.at("/selector/matchLabels")).isEqualTo(service.at("/metadata/labels"));
        assertThat(service.at("/metadata/labels").path(monitor.path("jobLabel").asString()))
                .as("the job that the alert rules name")
                .hasToString("\"quanyi\"");
        assertThat(texts(service.at("/spec/ports").findValues("name").stream()))
                .contains(monitor.at("/endpoints/0/port").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "git", "postgresql"})
    void everyFileOfSettingsIsMounted(String folder) {
        Kustomization manifests = manifests(folder);
        JsonNode container = container(manifests);
        String mount = container.at("/volumeMounts/0/mountPath").asString();
        String named = container.at("/env/0/value").asString();
        assertThat(container.at("/env/0/name").asString()).isEqualTo("SPRING_CONFIG_ADDITIONALLOCATION");
        assertThat(named.split(",", -1))
                .containsExactlyElementsOf(manifests.only("ConfigMap").path("data").propertyNames().stream()
                        .map(key -> "file:" + mount + "/" + key)
                        .toList());
    }

    @Test
    void thePodRunsWithTheFewestRights() throws IOException {
        Kustomization manifests = manifests("base");
        JsonNode pod = manifests.only("Deployment").at("/spec/template/spec");
        JsonNode security = pod.path("securityContext");
        assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(security.at("/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode container = container(manifests).path("securityContext");
        assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.at("/capabilities/drop/0").asString()).isEqualTo("ALL");

        String user = security.path("runAsUser").asString();
        assertThat(Files.readString(DOCKERFILE)).contains("\nUSER " + user + ":" + security.path("runAsGroup") + "\n");
    }

    @Test
    void theImageNamesThePortsOfThePod() throws IOException {
        List<String> ports = texts(container(manifests("base")).findValues("containerPort").stream());
        JsonNode settings = setting("base", "service.yaml");
        assertThat(ports)
                .containsExactly(
                        settings.at("/server/port").asString(),
                        settings.at("/management/server/port").asString());
        assertThat(Files.readString(DOCKERFILE)).contains("\nEXPOSE " + String.join(" ", ports) + "\n");
    }

    @Test
    void aPodHasTheTimeToFinish() {
        JsonNode settings = setting("base", "service.yaml");
        Duration drain = duration(settings.at("/quanyi/load/drain"));
        Duration phase = duration(settings.at("/spring/lifecycle/timeout-per-shutdown-phase"));
        assertThat(phase).isGreaterThanOrEqualTo(drain.plusSeconds(2));
        assertThat(Duration.ofSeconds(manifests("base")
                        .only("Deployment")
                        .at("/spec/template/spec/terminationGracePeriodSeconds")
                        .asInt()))
                .isGreaterThanOrEqualTo(drain.plusSeconds(10))
                .isGreaterThanOrEqualTo(phase.plusSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/deploying.md", "docs/deploying.zh-CN.md"})
    void theDocumentationSaysHowToMakeEverySecret(String page) throws IOException {
        String text = Files.readString(Path.of(page));
        for (String folder : List.of("git", "postgresql")) {
            Kustomization manifests = manifests(folder);
            assertThat(text).contains("kubectl create secret generic quanyi-keys --from-file=keys.yaml");
            secretKeys(manifests)
                    .forEach((key, secret) -> assertThat(text)
                            .containsPattern("kubectl create secret generic " + secret
                                    + " [^`]*--from-(?:literal|file)=" + Pattern.quote(key) + "(?:=|\\s)"));
        }
    }

    /** The keys of secrets that are named, each with its secret, apart from the one that is mounted whole. */
    private static Map<String, String> secretKeys(Kustomization manifests) {
        Map<String, String> secrets = new TreeMap<>();
        Stream.concat(manifests.everywhere("secretKeyRef"), manifests.everywhere("credentials"))
                .forEach(secret -> secrets.put(
                        secret.path("key").asString(), secret.path("name").asString()));
        for (JsonNode secret : manifests.everywhere("secret").toList()) {
            String name = secret.path("secretName").asString();
            assertThat(name.equals("quanyi-keys")).isNotEqualTo(secret.has("items"));
            secret.path("items").forEach(item -> secrets.put(item.path("key").asString(), name));
        }
        assertThat(secrets).hasSizeGreaterThan(2);
        return secrets;
    }

    @Test
    void aMemberThatStandsTwiceIsFound() {
        assertThatThrownBy(() -> Kustomization.parsed("{a: 1, a: 2}")).hasMessageContaining("duplicate key a");
    }

    static Kustomization manifests(String folder) {
        return Kustomization.of(FOLDER.resolve(folder));
    }

    static JsonNode container(Kustomization manifests) {
        return manifests.only("Deployment").at("/spec/template/spec/containers/0");
    }

    /** A file of the settings, as the pods of a folder have it. */
    static JsonNode setting(String folder, String file) {
        return Kustomization.parsed(
                manifests(folder).only("ConfigMap").path("data").path(file).asString());
    }

    private static Duration duration(JsonNode value) {
        return DurationStyle.detectAndParse(value.asString());
    }

    private static List<String> texts(Stream<JsonNode> values) {
        return values.map(JsonNode::asString).toList();
    }
}
