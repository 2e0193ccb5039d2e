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
import io.quanyi.source.NothingAtPath;
import io.quanyi.store.Store;
import io.quanyi.text.BilingualText;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
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
    private final ConsolePages pages;

    WithdrawController(
            ScreenReleases releases, Publisher publisher, AuditedSteps steps, Store store, ConsolePages pages) {
        this.releases = releases;
        this.publisher = publisher;
        this.steps = steps;
        this.store = store;
        this.pages = pages;
    }

    /** Says what goes on in place of the release, and asks for the reason. */
    @GetMapping
    ResponseEntity<String> show(
            @PathVariable String programme, @PathVariable String release, HttpServletRequest request) {
        NoQuery.require(request);
        Timeline timeline = releases.timeline(programme);
        LedgerEntry entry = scheduled(timeline, release);
        LedgerEntry before =
                timeline.entryInForce(entry.from().minusNanos(1)).orElseThrow(() -> nothing(timeline, release));
        Language language = ConsoleLanguage.of(request);
        ConsoleTexts texts = new ConsoleTexts(language);
        String from = new DateTexts(language)
                .instant(entry.from().atZone(timeline.programme().zone()).toOffsetDateTime());
        Map<String, Object> content = new HashMap<>();
        content.put("meaning", texts.of("withdraw-meaning", entry.number(), from, before.number()));
        content.put("note", entry.note() == null ? "" : entry.note().in(language));
        content.put("ledger", timeline.digest());
        content.put("notes", notes(timeline, entry, texts));
        content.put("later", later(timeline, entry).size());
        content.put("maxNote", MAX_NOTE);
        content.put("history", "/console/" + timeline.programme().id() + "/history");
        content.put("hindrance", hindrance(request, texts));
        String title = texts.of("withdraw-title", entry.number());
        return pages.page(PageFrame.of(request, "history", title, timeline.programme()), "withdraw.html", content);
    }

    /** Withdraws the release, unless the ledger has changed since the page was shown. */
    @PostMapping
    ResponseEntity<String> withdraw(
            @PathVariable String programme, @PathVariable String release, FormFields form, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        LedgerEntry entry = scheduled(timeline, release);
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
                () -> publisher.withdraw(new Withdrawal(programme, entry.number(), null, note, call)),
                (event, done) -> event.ofRelease(
                                done.entry().number(), done.entry().digest())
                        .accepting(done.entry().accept()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/console/" + timeline.programme().id() + "/history"))
                .build();
    }

    /** Whether a release is still to come, and no other has taken its place. */
    static boolean isScheduled(Timeline timeline, LedgerEntry entry, Instant now) {
        return entry.from().isAfter(now)
                && timeline.entryInForce(entry.from()).filter(entry::equals).isPresent();
    }

    private LedgerEntry scheduled(Timeline timeline, String number) {
        return timeline.entries().stream()
                .filter(entry -> String.valueOf(entry.number()).equals(number))
                .filter(entry -> isScheduled(timeline, entry, releases.now()))
                .findFirst()
                .orElseThrow(() -> nothing(timeline, number));
    }

    private NothingAtPath nothing(Timeline timeline, String number) {
        return new NothingAtPath(
                "release-not-scheduled",
                number,
                timeline.entries().stream()
                        .filter(entry -> isScheduled(timeline, entry, releases.now()))
                        .map(entry -> String.valueOf(entry.number()))
                        .toList());
    }

    private static List<LedgerEntry> later(Timeline timeline, LedgerEntry entry) {
        return timeline.within(entry.from(), Instant.MAX).stream().skip(1).toList();
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
