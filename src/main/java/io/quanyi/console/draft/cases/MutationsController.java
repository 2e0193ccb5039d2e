package io.quanyi.console.draft.cases;

import io.quanyi.checks.CaseFileEdit;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.draft.DraftJobView;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.TextAddress;
import io.quanyi.coverage.missing.ProposedCase;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.DraftJobs.Found;
import io.quanyi.release.draft.job.JobResult.Mutated;
import io.quanyi.release.draft.job.JobResult.Survivors;
import io.quanyi.release.draft.job.JobTask.Kind;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The mutations of a draft's rules that no case detects, each with a case that would: one press takes it into the draft. */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}/mutations")
class MutationsController {

    private static final String NAME = "mutations";

    private final DraftScreens screens;
    private final DraftJobs jobs;

    MutationsController(DraftScreens screens, DraftJobs jobs) {
        this.screens = screens;
        this.jobs = jobs;
    }

    /** Shows the trial that began last: its progress or its result. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        Optional<Found> found = jobs.newest(programme, draft, Kind.MUTATIONS);
        Map<String, Object> content = new HashMap<>();
        content.put("open", screen.isOpen());
        content.put("address", screen.address(NAME));
        content.put("cases", screen.address("cases"));
        content.put("begins", DraftJobView.begins(found, screen));
        content.put("job", DraftJobView.section(found, screen, screen.address(NAME)));
        content.put(
                "mutated",
                found.stream()
                        .flatMap(one -> Stream.ofNullable(result(one)))
                        .map(mutated -> mutated(screen, mutated))
                        .toList());
        PageFrame frame = DraftScreens.frame(screen, new ConsoleTexts(screen.language()).of("mutations-title"))
                .with("draft-job.js");
        return screens.page(HttpStatus.OK, frame, screen, "cases", "mutations.html", content);
    }

    private static @Nullable Mutated result(Found found) {
        return found.job().status().result() instanceof Mutated mutated ? mutated : null;
    }

    private static Map<String, Object> mutated(DraftScreen screen, Mutated mutated) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        List<Map<String, Object>> survivors = new ArrayList<>();
        for (int i = 0; i < mutated.survivors().size(); i++) {
            survivors.add(survivor(screen, i, mutated.survivors().get(i)));
        }
        return Map.of(
                "good",
                mutated.undetected() == 0,
                "text",
                mutated.undetected() == 0
                        ? texts.of("mutations-all-detected", mutated.mutations())
                        : texts.of("mutations-undetected", mutated.undetected(), mutated.mutations()),
                "survivors",
                survivors);
    }

    private static Map<String, Object> survivor(DraftScreen screen, int number, Survivors survivor) {
        Language language = screen.language();
        ProposedCase proposed = survivor.proposed();
        return Map.of(
                "number", number,
                "words", Objects.requireNonNull(survivor.words().get(language)),
                "place", survivor.place().toString(),
                "href",
                        TextAddress.of(
                                screen,
                                survivor.place().file(),
                                survivor.place().line()),
                "proposed", proposed == null ? List.of() : List.of(proposed(screen, proposed)));
    }

    private static Map<String, Object> proposed(DraftScreen screen, ProposedCase proposed) {
        boolean taken = screen.view()
                .content()
                .file(proposed.file())
                .filter(file -> CaseFileEdit.isReadable(file) && CaseFileEdit.has(file, proposed.name()))
                .isPresent();
        return Map.of(
                "name", proposed.name(),
                "file", proposed.file(),
                "text", CaseFileEdit.text(proposed.entry()),
                "taken", taken);
    }

    /** Adds a proposed case to its file. */
    @PostMapping("/take")
    ResponseEntity<String> take(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        ProposedCase proposed = proposed(jobs.find(programme, draft, form.first("job")), form.first("number"));
        SourceFile file =
                screen.view().content().file(proposed.file()).orElseGet(() -> CaseFileEdit.fresh(proposed.file()));
        SourceFile longer =
                CaseFileEdit.has(file, proposed.name()) ? file : CaseFileEdit.adding(file, proposed.entry());
        return screens.save(screen, screen.tag(proposed.file()), List.of(longer), screen.address(NAME));
    }

    private static ProposedCase proposed(Found found, String number) {
        Mutated mutated = result(found);
        List<Survivors> survivors = mutated == null ? List.of() : mutated.survivors();
        return survivors.stream()
                .skip(number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : Integer.MAX_VALUE)
                .limit(1)
                .flatMap(survivor -> Stream.ofNullable(survivor.proposed()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
