package io.quanyi.release.publish.web.draft.job;

import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.DraftJobs.Begun;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobTask;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.Tree;
import io.quanyi.text.Language;
import io.quanyi.web.description.BodyRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that begin, show and cancel jobs of a draft. */
@RestController
@RequestMapping(path = "/v1/programmes/{programme}/drafts/{draft}", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftJobsController {

    private final DraftJobs jobs;

    DraftJobsController(DraftJobs jobs) {
        this.jobs = jobs;
    }

    /** Begins to run the cases of a draft. */
    @PostMapping("/test")
    @Operation(operationId = "testDraft", tags = "drafts")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<DraftJobAnswer> test(@PathVariable String programme, @PathVariable String draft, Language language) {
        return begun(programme, jobs.begin(programme, draft, JobTask.test()), language);
    }

    /** Begins to try the mutations of the rules of a draft. */
    @PostMapping("/mutations")
    @Operation(operationId = "mutateDraft", tags = "drafts")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<DraftJobAnswer> mutations(
            @PathVariable String programme, @PathVariable String draft, Language language) {
        return begun(programme, jobs.begin(programme, draft, JobTask.mutations()), language);
    }

    /** Begins to compare a draft with its base. */
    @PostMapping(path = "/impact", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "compareDraft", tags = "drafts")
    @BodyRecord(DraftImpactRequest.class)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    ResponseEntity<DraftJobAnswer> impact(
            @PathVariable String programme,
            @PathVariable String draft,
            @RequestBody(required = false) @Nullable Tree body,
            Language language) {
        JobTask task = body == null ? JobTask.impact(null, null) : impact(programme, body);
        return begun(programme, jobs.begin(programme, draft, task), language);
    }

    private static JobTask impact(String programme, Tree body) {
        Faults faults = new Faults();
        DraftImpactRequest wish = new RecordBinder(faults).require(body, DraftImpactRequest.class);
        AskedRequests asked = AskedRequests.of(wish.requests(), programme, faults);
        faults.throwIfAny();
        JobTask task = JobTask.impact(wish.at() == null ? null : wish.at().toInstant(), asked);
        return wish.census() == null ? task : task.counting(wish.census());
    }

    /** Shows a job. */
    @GetMapping("/jobs/{job}")
    @Operation(operationId = "showDraftJob", tags = "drafts")
    ResponseEntity<DraftJobAnswer> show(
            @PathVariable String programme, @PathVariable String draft, @PathVariable String job, Language language) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(answer(jobs.find(programme, draft, job), language));
    }

    /** Cancels a job. */
    @DeleteMapping("/jobs/{job}")
    @Operation(operationId = "cancelDraftJob", tags = "drafts")
    DraftJobAnswer cancel(
            @PathVariable String programme, @PathVariable String draft, @PathVariable String job, Language language) {
        return answer(jobs.cancel(programme, draft, job), language);
    }

    private static ResponseEntity<DraftJobAnswer> begun(String programme, Begun begun, Language language) {
        String draft = begun.job().draft().id();
        return ResponseEntity.status(begun.repeated() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/v1/programmes/" + programme + "/drafts/" + draft + "/jobs/"
                        + begun.job().id()))
                .body(DraftJobAnswer.of(begun.job(), false, language));
    }

    private static DraftJobAnswer answer(Found found, Language language) {
        return DraftJobAnswer.of(found.job(), found.stale(), language);
    }
}
