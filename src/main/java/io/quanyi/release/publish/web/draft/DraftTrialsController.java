package io.quanyi.release.publish.web.draft;

import io.quanyi.release.draft.DraftTrials;
import io.quanyi.release.publish.web.ClientConnection;
import io.quanyi.text.Language;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that checks a draft. */
@RestController
@RequestMapping(path = "/v1/programmes/{programme}/drafts/{draft}", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftTrialsController {

    private final DraftTrials trials;

    DraftTrialsController(DraftTrials trials) {
        this.trials = trials;
    }

    /** Checks whether the files of a draft can be read and fit together. */
    @PostMapping("/check")
    @Operation(operationId = "checkDraft", tags = "drafts")
    DraftCheckAnswer check(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request, Language language) {
        return DraftCheckAnswer.of(trials.check(programme, draft, ClientConnection.of(request)::isClosed), language);
    }
}
