package io.quanyi.console.draft.impact;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.ImpactSentences;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.draft.job.JobTask.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives the counted sentences of an impact as a table for spreadsheets. */
@ConsoleScreen
class CensusTableController {

    private final DraftScreens screens;
    private final DraftJobs jobs;

    CensusTableController(DraftScreens screens, DraftJobs jobs) {
        this.screens = screens;
        this.jobs = jobs;
    }

    /** The table; 404 unless the last impact has counted customers. */
    @GetMapping("/console/{programme}/drafts/{draft}/impact/census.csv")
    ResponseEntity<byte[]> table(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        List<List<String>> rows = jobs.newest(programme, draft, Kind.IMPACT)
                .flatMap(found -> Optional.ofNullable(found.job().status().result()))
                .filter(Compared.class::isInstance)
                .map(result -> new ImpactSentences(screen, (Compared) result).table())
                .filter(table -> !table.isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("census-" + screen.view().draft().id() + ".csv")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_LANGUAGE, screen.language().tag())
                .header("X-Content-Type-Options", "nosniff")
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new CsvTable(rows).text().getBytes(StandardCharsets.UTF_8));
    }
}
