package io.quanyi.console.draft;

import io.quanyi.access.credentials.Role;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.source.Faults;
import io.quanyi.store.Store;
import io.quanyi.text.DateTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The screen on which a draft is submitted, approved and published. */
@ConsoleScreen
@RequestMapping("/console/{programme}/drafts/{draft}")
class DraftPublishController {

    private final DraftScreens screens;
    private final PublishChecks checks;
    private final PublishSteps steps;
    private final ScreenReleases releases;
    private final Store store;

    DraftPublishController(
            DraftScreens screens, PublishChecks checks, PublishSteps steps, ScreenReleases releases, Store store) {
        this.screens = screens;
        this.checks = checks;
        this.steps = steps;
        this.releases = releases;
        this.store = store;
    }

    /** Shows the check-list, the plan, and the step that comes next. */
    @GetMapping("/publish")
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        return page(HttpStatus.OK, screen, given(screen.view().draft().plan(), screen), new Faults());
    }

    /** Offers the draft for publication. */
    @PostMapping("/submit")
    ResponseEntity<String> submit(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        PlanForm wish = new PlanForm(form, screen);
        Faults faults = new Faults();
        DraftPlan plan = wish.plan(screen.caller(), releases.now(), faults);
        if (plan == null) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, screen, wish.given(), faults);
        }
        steps.submit(screen, form, plan);
        return DraftScreens.see(screen.address("publish"));
    }

    /** Approves the draft as it is. */
    @PostMapping("/approve")
    ResponseEntity<String> approve(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        steps.approve(screen, form);
        return DraftScreens.see(screen.address("publish"));
    }

    /** Publishes the draft. */
    @PostMapping("/publish")
    ResponseEntity<String> publish(
            @PathVariable String programme, @PathVariable String draft, FormFields form, HttpServletRequest request) {
        DraftScreen screen = screens.of(request, programme, draft);
        steps.publish(screen, form);
        return DraftScreens.see(screen.address("publish"));
    }

    private ResponseEntity<String> page(
            HttpStatus status, DraftScreen screen, Map<String, Object> given, Faults faults) {
        Draft draft = screen.view().draft();
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        ConsolePerson person = ConsolePerson.of(screen.request());
        Map<String, Object> content = new HashMap<>(given);
        content.put("address", screen.address(""));
        content.put("revision", draft.revision());
        content.put("open", screen.isOpen());
        content.put(
                "published",
                Stream.ofNullable(screen.view().published())
                        .map(number -> published(screen, number))
                        .toList());
        content.put("submitting", texts.of(steps.approvals() == 0 ? "publish-submit-then" : "publish-submit-approve"));
        content.put("checks", screen.isOpen() ? checks.of(screen) : List.of());
        content.put("readOnly", !store.writable());
        content.put(
                "zone", new DateTexts(screen.language()).zone(screen.programme().zone()));
        content.put("maxNote", PlanForm.MAX_NOTE);
        content.put("laterReleases", later(screen));
        content.put(
                "plan",
                Stream.ofNullable(draft.plan()).map(plan -> plan(screen, plan)).toList());
        content.put("needed", steps.approvals() == 0 ? "" : texts.of("publish-needed", steps.approvals()));
        content.put("mayApprove", person.has(Role.APPROVER) && draft.isOther(screen.caller()));
        content.put("mayPublish", person.has(Role.PUBLISHER) && store.writable());
        content.put(
                "faults",
                faults.sorted().stream()
                        .map(fault -> fault.message(screen.language()))
                        .toList());
        return screens.page(status, screen, "publish", texts.of("draft-screen-publish"), "publish.html", content);
    }

    /** The release that the draft has become, and the question of either side of the instant from which it holds. */
    private Map<String, Object> published(DraftScreen screen, int number) {
        DraftLines lines = new DraftLines(screen.programme(), screen.language());
        OffsetDateTime from = screen.timeline()
                .entry(number)
                .orElseThrow()
                .from()
                .atZone(screen.programme().zone())
                .toOffsetDateTime();
        String pages = "/console/" + screen.programme().id();
        String begin = local(from, screen);
        String before = local(from.minusMinutes(1), screen);
        return Map.of(
                "state",
                lines.state(screen.view()),
                "from",
                new ConsoleTexts(screen.language()).of("publish-from", lines.instant(from)),
                "ask",
                pages + "/ask?question.at=" + before + "&other.at=" + begin,
                "questions",
                checks.questions(screen, before, begin),
                "history",
                pages + "/history");
    }

    /** The scheduled releases, which begin later than now. */
    private List<String> later(DraftScreen screen) {
        Instant now = releases.now();
        DraftLines lines = new DraftLines(screen.programme(), screen.language());
        return screen.timeline().entries().stream()
                .filter(entry -> entry.effectiveFrom() != null && entry.from().isAfter(now))
                .map((LedgerEntry entry) -> new ConsoleTexts(screen.language())
                        .of(
                                "release-from",
                                entry.number(),
                                lines.instant(Objects.requireNonNull(entry.effectiveFrom()))))
                .toList();
    }

    private Map<String, Object> plan(DraftScreen screen, DraftPlan plan) {
        DraftLines lines = new DraftLines(screen.programme(), screen.language());
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        boolean past =
                plan.effectiveFrom() != null && plan.effectiveFrom().toInstant().isBefore(releases.now());
        return Map.of(
                "submitted",
                texts.of("publish-submitted", lines.person(plan.submittedBy()), lines.instant(plan.submittedAt())),
                "from",
                plan.effectiveFrom() == null
                        ? texts.of("publish-at-once")
                        : texts.of("publish-from", lines.instant(plan.effectiveFrom())),
                "past",
                past,
                "notes",
                plan.note()
                        .languages()
                        .map(language -> plan.note().in(language))
                        .toList(),
                "later",
                plan.laterReleases() == null ? "" : texts.of("publish-later-" + plan.laterReleases()),
                "approvals",
                screen.view().draft().approvals().stream()
                        .map(approval ->
                                texts.of("publish-approved", lines.person(approval.by()), lines.instant(approval.at())))
                        .toList());
    }

    /** An instant as fields and addresses have it, in the zone of the programme. */
    private static String local(OffsetDateTime instant, DraftScreen screen) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                instant.atZoneSameInstant(screen.programme().zone()).truncatedTo(ChronoUnit.MINUTES));
    }

    /** The fields of the form, with those of an earlier plan; without one what the draft says of itself is the reason. */
    private static Map<String, Object> given(@Nullable DraftPlan plan, DraftScreen screen) {
        if (plan == null) {
            return Map.of(
                    "notes",
                    PlanForm.notes(screen, language -> PlanForm.reason(screen, language)),
                    "from",
                    "",
                    "later",
                    "");
        }
        String from = plan.effectiveFrom() == null ? "" : local(plan.effectiveFrom(), screen);
        return Map.of(
                "notes", PlanForm.notes(screen, language -> plan.note().in(language)),
                "from", from,
                "later", Objects.requireNonNullElse(plan.laterReleases(), ""));
    }
}
