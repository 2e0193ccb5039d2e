package io.quanyi.release.publish.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.audit.AuditLogs;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.Caller;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import io.quanyi.web.BoundExceeded;
import io.quanyi.wire.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that each call has an end in the audit log, with any exception. */
class PublicationAuditTests {

    private static final Caller CI = new Caller("key:ci", "10.0.0.7");
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.quanyi.audit");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AuditLog audit = AuditLogs.withoutFile();
    private final PublicationAudit desk = new PublicationAudit(new AuditedSteps(audit, new SimpleMeterRegistry()));

    @BeforeEach
    void listen() {
        lines.start();
        LOGGER.addAppender(lines);
    }

    @AfterEach
    void stop() {
        LOGGER.detachAppender(lines);
    }

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of(new FaultsFound(List.of(Fault.at("/note", "member-missing", "note"))), "refused"),
                Arguments.of(new MultipartException("broken off"), "refused"),
                Arguments.of(new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED), "refused"),
                Arguments.of(new TooMuch(), "refused"),
                Arguments.of(new ArithmeticException("overflow"), "failed"),
                Arguments.of(new StackOverflowError(), "failed"),
                Arguments.of(new OutOfMemoryError("injected"), "failed"),
                Arguments.of(new InternalError("injected"), "failed"),
                Arguments.of(new AssertionError("injected"), "failed"));
    }

    /** A form that exceeds a bound. */
    private static final class TooMuch extends BoundExceeded {

        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("too much");
        }

        @Override
        public Problem problem(Language language) {
            return Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE.value(),
                    "body-too-large",
                    List.of(Fault.at("", "too-many", 2, 1)),
                    language);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("thrown")
    void whateverIsThrownTheAttemptEnds(Throwable thrown, String outcome) {
        assertThatThrownBy(() -> desk.publish(CI, Action.PUBLISH, "tiny", () -> {
                    throw sneaky(thrown);
                }))
                .isSameAs(thrown);
        assertThat(outcomes()).containsExactly("begun", outcome);
    }

    @Test
    void aLookAtTheStoreThatBreaksIsOnRecord() {
        assertThatThrownBy(() -> desk.refresh(CI, () -> {
                    throw new IllegalStateException("injected");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(desk.<String>refresh(CI, () -> "looked")).isEqualTo("looked");
        assertThat(outcomes()).containsExactly("failed", "accepted");
    }

    @Test
    void whatHasEndedIsNotEndedAgainAtAStop() {
        assertThatThrownBy(() -> desk.publish(CI, Action.ROLLBACK, "tiny", () -> {
            throw new StackOverflowError();
        }));
        audit.close();
        assertThat(outcomes()).containsExactly("begun", "failed");
    }

    private List<String> outcomes() {
        return lines.list.stream()
                .map(event -> JsonMapper.shared().readTree(event.getFormattedMessage()))
                .map((JsonNode line) -> line.path("outcome").asString())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
