package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Tests that health reports a store that cannot be written before a publication needs it, and that the service stays
 * up.
 */
class StoreHealthIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void aFullStoreShowsInHealthAndMetricsAndTheServiceStaysUp() throws IOException {
        try (RunningService service = start("--quanyi.store.least-free=1000000TB")) {
            JsonNode store = service.serving().at("/store");
            assertThat(store.at("/writable").asBoolean()).isFalse();
            assertThat(store.at("/notWritableBecause").asString()).contains("MB are left");
            assertThat(service.get("/actuator/health/serving")
                            .json()
                            .at("/status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(service.get("/actuator/prometheus").text()).contains("quanyi_store_writable 0.0");
        }
    }

    @Test
    void troubleThatComesLaterIsSeenAtTheNextLook() throws IOException {
        try (RunningService service = start("--quanyi.store.least-free=1B")) {
            assertThat(service.serving().at("/store/writable").asBoolean()).isTrue();
            assertThat(service.get("/actuator/prometheus").text()).contains("quanyi_store_writable 1.0");
            Path inTheWay = Files.createDirectory(folder.resolve("data/.probe"));
            assertThat(service.post("/v1/refresh", "").status()).isEqualTo(200);
            assertThat(service.serving().at("/store/writable").asBoolean()).isFalse();
            assertThat(service.get("/actuator/prometheus").text()).contains("quanyi_store_writable 0.0");
            Files.delete(inTheWay);
            service.post("/v1/refresh", "");
            assertThat(service.serving().at("/store/writable").asBoolean()).isTrue();
        }
    }

    private RunningService start(String setting) throws IOException {
        TinyRules.sealed().write(Files.createDirectory(folder.resolve("rules")));
        return RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"),
                setting);
    }
}
