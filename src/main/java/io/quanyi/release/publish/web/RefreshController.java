package io.quanyi.release.publish.web;

import io.quanyi.access.audit.Caller;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServingStatus;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that checks the store at once, without waiting for the polling interval. */
@RestController
class RefreshController {

    private final LiveReleases releases;
    private final PublicationAudit audit;

    RefreshController(LiveReleases releases, PublicationAudit audit) {
        this.releases = releases;
        this.audit = audit;
    }

    /** Checks the store, and returns the state that answers then. */
    @PostMapping(path = "/v1/refresh", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "refresh", tags = "publishing")
    ResponseEntity<RefreshAnswer> refresh(HttpServletRequest request, Language language) {
        ServingStatus status = audit.refresh(Caller.of(request), releases::refresh);
        return ResponseEntity.ok(RefreshAnswer.of(status, language));
    }
}
