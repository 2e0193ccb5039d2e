package io.quanyi.console.draft.impact;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.console.draft.impact.CustomerLines.CustomerLine;
import io.quanyi.console.draft.impact.CustomerLines.RefusedLine;
import io.quanyi.release.draft.job.DraftJobs;
import io.quanyi.release.draft.job.JobTask;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Counts the customers of an uploaded file beside the sentences of an impact. The container keeps the file until the answer, and
 * their job the customers in memory. Lines that are refused are named; they are left out only if the person says so.
 */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}/impact/census")
class CensusController {

    /** The most refused lines that a page names. */
    private static final int MAX_NAMED = 50;

    private static final String FILE = "customers";
    private static final String LEAVE_OUT = "leave-out";
    private static final Pattern PLACE = Pattern.compile("/census/(\\d+)(.*)");

    private final DraftScreens screens;
    private final DraftJobs jobs;

    CensusController(DraftScreens screens, DraftJobs jobs) {
        this.screens = screens;
        this.jobs = jobs;
    }

    /** Shows the form. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        return page(HttpStatus.OK, screens.of(request, programme, draft), List.of());
    }

    /** Begins an impact that counts the customers of the file. */
    @PostMapping
    ResponseEntity<String> count(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        CustomerLines lines = CustomerLines.of(form.first(FILE), JobTask.MAX_CUSTOMERS);
        boolean leaveOut = form.isTicked(LEAVE_OUT, "yes");
        List<RefusedLine> refused = new ArrayList<>(lines.refused());
        List<CustomerLine> customers = lines.customers();
        if (refused.isEmpty() || leaveOut) {
            List<RefusedLine> unplaced = begin(screen, customers);
            if (!unplaced.isEmpty() && leaveOut) {
                customers = without(customers, unplaced);
                unplaced = begin(screen, customers);
            }
            if (unplaced.isEmpty() && !customers.isEmpty()) {
                return DraftScreens.see(screen.address("impact"));
            }
            refused.addAll(unplaced);
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, screen, refused);
    }

    /** Begins the job, unless there are customers whose record neither the draft nor its base accepts: they are given back. */
    private List<RefusedLine> begin(DraftScreen screen, List<CustomerLine> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        try {
            jobs.begin(
                    screen.programme().id(),
                    screen.view().draft().id(),
                    JobTask.impact(null, null)
                            .counting(customers.stream()
                                    .map(CustomerLine::customer)
                                    .toList()));
            return List.of();
        } catch (FaultsFound e) {
            return refused(e.faults(), customers);
        }
    }

    private static List<RefusedLine> refused(List<Fault> faults, List<CustomerLine> customers) {
        Map<Integer, List<Fault>> lines = new TreeMap<>();
        for (Fault fault : faults) {
            Matcher place = PLACE.matcher(fault.pointer());
            if (place.matches()) {
                int number = customers.get(Integer.parseInt(place.group(1))).number();
                lines.computeIfAbsent(number, any -> new ArrayList<>())
                        .add(new Fault(
                                fault.position(), place.group(2), fault.code(), fault.arguments(), fault.known()));
            }
        }
        return lines.entrySet().stream()
                .map(line -> new RefusedLine(line.getKey(), line.getValue()))
                .toList();
    }

    private static List<CustomerLine> without(List<CustomerLine> customers, List<RefusedLine> refused) {
        Set<Integer> numbers = refused.stream().map(RefusedLine::number).collect(Collectors.toUnmodifiableSet());
        return customers.stream()
                .filter(line -> !numbers.contains(line.number()))
                .toList();
    }

    private ResponseEntity<String> page(HttpStatus status, DraftScreen screen, List<RefusedLine> refused) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        List<Map<String, Object>> named = refused.stream()
                .sorted(Comparator.comparingInt(RefusedLine::number))
                .limit(MAX_NAMED)
                .map(line -> Map.<String, Object>of(
                        "line",
                        texts.of("census-line", line.number()),
                        "reasons",
                        line.reasons().stream().map(texts::of).toList()))
                .toList();
        return screens.page(
                status,
                screen,
                "impact",
                texts.of("census-title"),
                "census.html",
                Map.of(
                        "impact",
                        screen.address("impact"),
                        "address",
                        screen.address("impact/census"),
                        "failed",
                        status != HttpStatus.OK,
                        "none",
                        status != HttpStatus.OK && refused.isEmpty(),
                        "refused",
                        refused.isEmpty() ? "" : texts.of("census-refused", refused.size()),
                        "more",
                        refused.size() > named.size() ? texts.of("census-more", refused.size() - named.size()) : "",
                        "example",
                        example(screen),
                        "bounds",
                        texts.of("census-bounds", JobTask.MAX_CUSTOMERS),
                        "named",
                        named));
    }

    /** A customer of each of two plans, as lines of the file. */
    private static String example(DraftScreen screen) {
        return screen.timeline().release(screen.view().draft().base()).stream()
                .flatMap(base -> base.catalogue().plans().stream())
                .limit(2)
                .map(plan -> "{\"plan\":\"%s\",\"serviceStart\":\"2026-01-01\",\"serviceEnd\":\"2026-12-31\"}"
                        .formatted(plan.id()))
                .collect(Collectors.joining("\n"));
    }
}
