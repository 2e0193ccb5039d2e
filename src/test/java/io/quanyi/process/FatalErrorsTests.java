package io.quanyi.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process without memory ends, so that it is started again; one whose request takes too much stack goes on. */
@Tag("slow")
class FatalErrorsTests {

    private static final String HEAP = "256m";

    /** The smallest rules: what is served makes no difference, and takes longest to start. */
    @TempDir
    private Path rules;

    @ParameterizedTest
    @ValueSource(strings = {"wrapped/internal", "parallel/memory", "thread/memory", "logged/memory", "polling/memory"})
    void aFatalErrorEndsTheProcessWhereverItComes(String failure) throws Exception {
        try (ServiceProcess service = start()) {
            assertItEndsBy(service, failure);
        }
    }

    @Test
    void tooDeepAStackRefusesOneRequestAndNotTheNext() throws Exception {
        try (ServiceProcess service = start()) {
            HttpResponse<String> refused = answer(service, "/fail/request/stack");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("\"code\":\"request-too-involved\"");
            assertThat(answer(service, "/actuator/health").statusCode()).isEqualTo(200);
            assertItEndsBy(service, "request/memory");
        }
    }

    private ServiceProcess start() throws Exception {
        TinyRules.sealed().write(rules);
        return ServiceProcess.start(
                HEAP,
                "--spring.main.sources=" + FailingParts.class.getName(),
                "--quanyi.rules=" + rules,
                "--quanyi.store.poll=1s");
    }

    private static void assertItEndsBy(ServiceProcess service, String failure) throws InterruptedException {
        ask(service, "/fail/" + failure);
        assertThat(service.exitCode()).isEqualTo(FatalErrors.EXIT_CODE);
        assertThat(service.output())
                .containsPattern("quanyi: java.lang.(OutOfMemory|Internal)Error: for a test: the process ends");
    }

    @Test
    void fatalErrorsAreThoseOfTheMachineAndWhatTheyCaused() {
        assertThat(FatalErrors.behind(new OutOfMemoryError())).isNotNull();
        assertThat(FatalErrors.behind(new InternalError())).isNotNull();
        assertThat(FatalErrors.behind(new IllegalStateException(new RuntimeException(new OutOfMemoryError()))))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(FatalErrors.behind(new StackOverflowError())).isNull();
        assertThat(FatalErrors.behind(new AssertionError())).isNull();
        assertThat(FatalErrors.behind(null)).isNull();
    }

    @Test
    void causesInACircleAreNoTrap() {
        Exception one = new IllegalStateException("one");
        Exception other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(FatalErrors.behind(one)).isNull();
    }

    /** No answer may come: then the process ended first. */
    private static void ask(ServiceProcess service, String path) throws InterruptedException {
        try {
            answer(service, path);
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    private static HttpResponse<String> answer(ServiceProcess service, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
