package io.quanyi.ofrep;

import io.quanyi.digest.Sha256;
import io.quanyi.ofrep.FlagKey.Part;
import io.quanyi.text.Language;
import io.quanyi.web.RequestLanguage;
import io.quanyi.web.operation.OperationCaller;
import io.quanyi.web.operation.OperationCaller.Answer;
import io.quanyi.web.operation.OperationCaller.Outer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The endpoints of OFREP: one flag, or all flags of a programme. A flag is decided as every question is, by the operations of the
 * interface. The protocol describes itself, so the interface description leaves it out.
 */
@Hidden
@RestController
@RequestMapping(
        path = "/ofrep/v1/evaluate/flags",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class OfrepController {

    private final OperationCaller operations;
    private final FlagEventsController events;
    private final JsonMapper mapper;

    OfrepController(OperationCaller operations, FlagEventsController events, JsonMapper mapper) {
        this.operations = operations;
        this.events = events;
        this.mapper = mapper;
    }

    /** Evaluates one flag. Clients do not encode a slash in its key, which no flag has: it is a key all the same. */
    @PostMapping("/{*path}")
    ResponseEntity<?> flag(
            @PathVariable String path,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response) {
        String key = path.substring(1);
        try {
            FlagKey flag = FlagKey.of(key)
                    .orElseThrow(() -> FlagFailure.flagNotFound(
                            "a key is a programme and a service, such as kingdee-galaxy-public.issue-feedback"));
            FlagContext context = FlagContext.of(sent(body));
            Answer answer = operations.post(
                    new Outer(request, response, RequestLanguage.of(request)),
                    "/v1/decisions",
                    context.request(flag.programme(), flag.service()));
            return ResponseEntity.ok(Flag.of(flag, answer.content(), content(answer), context.hasInstant()));
        } catch (FlagFailure failure) {
            return ResponseEntity.status(failure.status())
                    .body(new Flag.Failure(key, failure.code(), failure.details()));
        }
    }

    /** Evaluates whether a customer is entitled to each service of a programme, and the outcome for each. */
    @PostMapping
    ResponseEntity<?> flags(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            HttpServletRequest request,
            HttpServletResponse response) {
        FlagContext context = FlagContext.of(sent(body));
        String programme = context.programme();
        if (programme == null) {
            throw FlagFailure.invalidContext("the context has no text \"" + FlagContext.PROGRAMME + "\"");
        }
        // In one language, so that an answer and its tag are the same for every reader
        Outer outer = new Outer(request, response, Language.ENGLISH);
        JsonNode sheet = content(operations.post(outer, "/v1/entitlements", context.request(programme)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("flags", flags(programme, sheet.path("decisions"), context.hasInstant()));
        all.put("metadata", Flag.release(sheet.path("release")));
        ETag tag = new ETag(Sha256.hex(mapper.writeValueAsBytes(all)), false);
        if (known != null && ETag.parse(known).stream().anyMatch(one -> one.compare(tag, false))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag.formattedTag())
                    .build();
        }
        all.put("eventStreams", List.of(events.describe(programme)));
        return ResponseEntity.ok().eTag(tag.formattedTag()).body(all);
    }

    private static List<Flag> flags(String programme, JsonNode decisions, boolean timed) {
        List<Flag> flags = new ArrayList<>();
        for (JsonNode decision : decisions) {
            String service = decision.path("service").asString();
            for (Part part : List.of(Part.ENTITLED, Part.OUTCOME)) {
                FlagKey key = new FlagKey(programme, service, part);
                JsonNode status = decision.path("status");
                flags.add(
                        status.isMissingNode()
                                ? Flag.of(key, decision, decision, timed)
                                : Flag.of(key, FlagFailure.of(HttpStatus.valueOf(status.asInt()), decision)));
            }
        }
        return flags;
    }

    /** All flags fail alike. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> failed(FlagFailure failure) {
        return ResponseEntity.status(failure.status())
                .body(Map.of("errorCode", failure.code(), "errorDetails", failure.details()));
    }

    private static byte[] sent(byte @Nullable [] body) {
        return Objects.requireNonNullElse(body, new byte[0]);
    }

    private JsonNode content(Answer answer) {
        JsonNode content = mapper.valueToTree(answer.content());
        if (answer.status().isError()) {
            throw FlagFailure.of(answer.status(), content);
        }
        return content;
    }
}
