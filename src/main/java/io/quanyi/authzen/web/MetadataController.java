package io.quanyi.authzen.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * The endpoint of the metadata, by which callers find the endpoints of a decision point. All URLs begin with the base URL of the settings: one made of
 * the header {@code Host} would let a caller put another's name into what others read from a cache.
 */
@DecisionPointEndpoint
class MetadataController {

    private static final String PATH = "/.well-known/authzen-configuration";
    private static final Duration KEPT = Duration.ofHours(1);

    /** The metadata of a decision point. */
    record Metadata(
            @JsonProperty("policy_decision_point") String identifier,
            @JsonProperty("access_evaluation_endpoint") String evaluation,
            @JsonProperty("access_evaluations_endpoint") String evaluations,
            @JsonProperty("search_subject_endpoint") String subjects,
            @JsonProperty("search_resource_endpoint") String resources,
            @JsonProperty("search_action_endpoint") String actions) {

        static Metadata of(String identifier) {
            String endpoints = identifier + DecisionPoints.ALL;
            return new Metadata(
                    identifier,
                    endpoints + "/evaluation",
                    endpoints + "/evaluations",
                    endpoints + "/search/subject",
                    endpoints + "/search/resource",
                    endpoints + "/search/action");
        }
    }

    private final DecisionPoints points;
    private final @Nullable String base;

    MetadataController(DecisionPoints points, AuthzenProperties properties) {
        this.points = points;
        this.base = properties.baseUrl();
    }

    /** The metadata of the decision point of all programmes. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Metadata> ofAll() {
        return answer("");
    }

    /** The metadata of the decision point of a programme; callers that show no credentials are not told which programmes there are. */
    @GetMapping(path = PATH + "/authzen/{programme}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Metadata> ofProgramme(@PathVariable String programme) {
        if (!points.has(programme)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer("/authzen/" + programme);
    }

    private ResponseEntity<Metadata> answer(String path) {
        if (base == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(Metadata.of(base + path));
    }
}
