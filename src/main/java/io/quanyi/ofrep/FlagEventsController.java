package io.quanyi.ofrep;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.Language;
import io.quanyi.web.ProblemResponse;
import io.quanyi.web.QueryTree;
import io.quanyi.wire.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The endpoint of the streams of events, and their addresses. */
@Hidden
@RestController
class FlagEventsController {

    private static final String PATH = "/ofrep/v1/events";
    private static final String RETRY_SECONDS = "30";
    private static final int INACTIVE_SECONDS = 120;

    /** The parameters of the address of a stream; readers may add others. */
    record StreamQuery(String programme, @Nullable String token) {}

    private final FlagEvents events;
    private final StreamTokens tokens;
    private final boolean guarded;

    FlagEventsController(FlagEvents events, OfrepProperties properties, AcceptedCredentials credentials, Clock clock) {
        this.events = events;
        this.tokens = new StreamTokens(properties.secret(), clock);
        this.guarded = credentials.areConfigured();
    }

    /**
     * The stream of a programme as the protocol describes it. The address has no host, so that none has to be believed; with credentials it
     * has a token, because a browser cannot send them.
     */
    Map<String, Object> describe(String programme) {
        String address = PATH + "?programme=" + UriUtils.encode(programme, StandardCharsets.UTF_8);
        return Map.of(
                "type",
                "sse",
                "endpoint",
                Map.of("requestUri", guarded ? address + "&token=" + tokens.make(programme) : address),
                "inactivityDelaySec",
                INACTIVE_SECONDS);
    }

    /** Opens a stream. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<?> open(
            @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String known,
            HttpServletRequest request,
            Language language) {
        Faults faults = new Faults();
        StreamQuery query =
                new RecordBinder(faults, other -> {}).require(QueryTree.of(request, faults), StreamQuery.class);
        String token = query.token();
        if (guarded && (token == null || !tokens.permits(query.programme(), token))) {
            return ProblemResponse.of(HttpStatus.UNAUTHORIZED.value())
                    .body(Problem.of(HttpStatus.UNAUTHORIZED.value(), "unauthenticated", language));
        }
        return events.open(query.programme(), known, request.getRemoteAddr())
                .<ResponseEntity<?>>map(stream -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Accel-Buffering", "no")
                        .body(stream))
                .orElseGet(() -> ProblemResponse.of(HttpStatus.TOO_MANY_REQUESTS.value())
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .body(Problem.of(HttpStatus.TOO_MANY_REQUESTS.value(), "too-many-requests", language)));
    }
}
