package io.quanyi.console.history;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.Caller;
import io.quanyi.access.credentials.Role;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.NoQuery;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.publish.Publisher;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Withdrawal;
import io.quanyi.store.Store;
import io.quanyi.text.BilingualText;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Withdraws a release that is still to come: the release before it goes on. */
@ConsoleScreen
@RequestMapping("/console/{programme}/history/{release}/withdraw")
class WithdrawController {

    private static final List<String> LATER = List.of("carry", "keep");
    private static final int MAX_NOTE = 1000;

    private final ScreenReleases releases;
    private final Publisher publisher;
    private final AuditedSteps steps;
    private final Store store;
    private final ReleaseImpacts impacts;
    private final ConsolePages pages;

    WithdrawController(
            ScreenReleases releases,
            Publisher publisher,
            AuditedSteps steps,
            Store store,
            ReleaseImpacts impacts,
            ConsolePages pages) {
        this.releases = releases;
        this.impacts = impacts;
        this.publisher = publisher;
        this.steps = steps;
        this.store = store;
        this.pages = pages;
    }

    /** Says what goes on in place of the release and whose answers change, and asks for the reason. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String release, HttpServletRequest request) {
        NoQuery.require(request);
        Timeline timeline = releases.timeline(programme);
        ScheduledRelease scheduled = ScheduledRelease.of(timeline, release, releases.now());
        LedgerEntry entry = scheduled.entry();
        Language language = ConsoleLanguage.of(request);
        ConsoleTexts texts = new ConsoleTexts(language);
        Map<String, Object> content = new HashMap<>();
        content.put("meaning", meaning(scheduled, texts));
        content.put("note", entry.note() == null ? "" : entry.note().in(language));
        content.put("impact", List.of(impacts.section(scheduled.exchange(), null, request)));
        content.put("known", known(scheduled, texts));
        content.put("serves", serves(scheduled, texts));
        content.put("ledger", timeline.digest());
        content.put("notes", notes(timeline, entry, texts));
        content.put("later", scheduled.later().size());
        content.put("maxNote", MAX_NOTE);
        content.put("action", scheduled.address());
        content.put("history", "/console/" + timeline.programme().id() + "/history");
        content.put("hindrance", hindrance(request, texts));
        PageFrame frame =
                PageFrame.of(request, "history", texts.of("withdraw-title", entry.number()), timeline.programme());
        return pages.page(frame.with("draft-job.js"), "withdraw.html", content);
    }

    private static String meaning(ScheduledRelease scheduled, ConsoleTexts texts) {
        return texts.of(
                "withdraw-meaning",
                scheduled.entry().number(),
                begin(scheduled, scheduled.entry(), texts),
                scheduled.before().number());
    }

    /** A sentence on whether the answers that change are known, and whether there are any. */
    private String known(ScheduledRelease scheduled, ConsoleTexts texts) {
        return impacts.none(scheduled.exchange())
                .map(none -> texts.of(none ? "withdraw-known-none" : "withdraw-known"))
                .orElseGet(() -> texts.of("withdraw-unknown"));
    }

    /** The release that answers after the withdrawal, and the end of its time, in a sentence. */
    private static String serves(ScheduledRelease scheduled, ConsoleTexts texts) {
        int number = scheduled.timeline().entries().size() + 1;
        String from = begin(scheduled, scheduled.entry(), texts);
        int before = scheduled.before().number();
        return scheduled.later().stream()
                .findFirst()
                .map(next -> texts.of(
                        "withdraw-serves-until", number, from, before, next.number(), begin(scheduled, next, texts)))
                .orElseGet(() -> texts.of("withdraw-serves", number, from, before));
    }

    private static String begin(ScheduledRelease scheduled, LedgerEntry entry, ConsoleTexts texts) {
        ZoneId zone = scheduled.timeline().programme().zone();
        return new DateTexts(texts.language()).instant(entry.from().atZone(zone).toOffsetDateTime());
    }

    /** Withdraws the release, unless the ledger has changed since the page was shown. */
    @PostMapping
    ResponseEntity<String> withdraw(
            @PathVariable String programme, @PathVariable String release, FormFields form, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        LedgerEntry entry =
                ScheduledRelease.of(timeline, release, releases.now()).entry();
        String later = form.choice("later", LATER);
        Call call = new Call(Caller.of(request).principal(), form.first("ledger")::equals, null, false)
                .with(later.isEmpty() ? null : later);
        BilingualText note = new BilingualText(languages(timeline, entry)
                .collect(Collectors.toMap(Language::tag, language -> form.first("note-" + language.tag()))));
        steps.run(
                Caller.of(request),
                Action.WITHDRAWAL,
                programme,
                HttpStatus.SEE_OTHER.value(),
                () -> publisher.withdrawReviewed(new Withdrawal(programme, entry.number(), null, note, call)),
                (event, done) -> event.ofRelease(
                                done.entry().number(), done.entry().digest())
                        .accepting(done.entry().accept()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/console/" + timeline.programme().id() + "/history"))
                .build();
    }

    private static Stream<Language> languages(Timeline timeline, LedgerEntry entry) {
        return timeline.load(entry).catalogue().languages().stream();
    }

    /** The fields of the reason, in each language of the programme, with a reason to begin with. */
    private static List<Map<String, String>> notes(Timeline timeline, LedgerEntry entry, ConsoleTexts texts) {
        return languages(timeline, entry)
                .map(language -> Map.of(
                        "tag", language.tag(),
                        "label", texts.of("publish-note-" + language.tag()),
                        "value", new ConsoleTexts(language).of("withdraw-note", entry.number())))
                .toList();
    }

    /** The reason why the reader cannot withdraw it here; empty if the reader can. */
    private String hindrance(HttpServletRequest request, ConsoleTexts texts) {
        if (!store.writable()) {
            return texts.of("publish-read-only");
        }
        if (publisher.approvals() > 0) {
            return texts.of("withdraw-approval");
        }
        return ConsolePerson.of(request).has(Role.PUBLISHER) ? "" : texts.of("publish-others");
    }
}
