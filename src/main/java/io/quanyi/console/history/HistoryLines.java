package io.quanyi.console.history;

import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.text.DateTexts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The releases of a programme on a page: which one answers now, and what became of each. */
final class HistoryLines {

    private final Timeline timeline;
    private final Instant now;
    private final ConsoleTexts texts;
    private final String pages;

    HistoryLines(Timeline timeline, Instant now, ConsoleTexts texts) {
        this.timeline = timeline;
        this.now = now;
        this.texts = texts;
        this.pages = "/console/" + timeline.programme().id();
    }

    /** The release that answers now, and the one that follows it. */
    Map<String, Object> present() {
        String next = timeline.spans().stream()
                .filter(span -> span.from() != null && span.from().isAfter(now))
                .findFirst()
                .map(span -> sentence("history-next", span.entry()))
                .orElse("");
        String present = timeline.entryInForce(now)
                .map(entry -> sentence(entry.effectiveFrom() == null ? "history-now-beginning" : "history-now", entry))
                .orElseGet(() -> texts.of("history-none-now"));
        return Map.of("now", present, "next", next);
    }

    /** A sentence about a release and its first instant, with the release whose content it has again. */
    private String sentence(String text, LedgerEntry entry) {
        return entry.restores() == null || entry.effectiveFrom() == null
                ? texts.of(text, entry.number(), from(entry))
                : texts.of(text + "-content", entry.number(), from(entry), entry.restores());
    }

    /** The releases, the newest first. */
    List<Map<String, Object>> newestFirst() {
        List<LedgerEntry> newestFirst = new ArrayList<>(timeline.entries());
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(this::line).toList();
    }

    private Map<String, Object> line(LedgerEntry entry) {
        Map<String, Object> line = new HashMap<>(wayBack(entry));
        line.put("programme", timeline.programme().id());
        line.put("number", entry.number());
        line.put("from", from(entry));
        line.put("published", instant(entry.publishedAt()));
        line.put("by", ConsolePerson.called(entry.publishedBy(), texts));
        line.put("note", note(entry));
        line.put("restores", restores(entry));
        line.put("versions", texts.of("versions", entry.policy(), entry.catalogue(), entry.calendars()));
        line.put("compare", compare(entry));
        line.put("inForce", isInForce(entry));
        line.put("state", state(entry));
        line.put("until", until(entry));
        line.put("replaced", replaced(entry).stream().toList());
        return line;
    }

    private String from(LedgerEntry entry) {
        OffsetDateTime from = entry.effectiveFrom();
        return from == null ? texts.of("from-the-beginning") : instant(from);
    }

    private String instant(OffsetDateTime instant) {
        return new DateTexts(texts.language())
                .instant(instant.atZoneSameInstant(timeline.programme().zone()).toOffsetDateTime());
    }

    private String note(LedgerEntry entry) {
        return entry.note() == null ? "" : entry.note().in(texts.language());
    }

    private boolean isInForce(LedgerEntry entry) {
        return timeline.entryInForce(now).filter(entry::equals).isPresent();
    }

    /** Whether the release is in force now, is still to come, was taken back or replaced before it began, or is over. */
    private String state(LedgerEntry entry) {
        if (isInForce(entry)) {
            return texts.of("state-in-force");
        }
        Optional<LedgerEntry> instead = insteadOf(entry);
        if (instead.isPresent()) {
            return texts.of(isWithdrawal(instead.get()) ? "state-withdrawn" : "state-replaced");
        }
        return texts.of(entry.from().isAfter(now) ? "state-coming" : "state-over");
    }

    /** The release that has taken the place of another one before that began: the next one from the same instant. */
    private Optional<LedgerEntry> insteadOf(LedgerEntry entry) {
        return timeline.entries().stream()
                .filter(later -> later.number() > entry.number() && later.from().equals(entry.from()))
                .findFirst()
                .filter(later -> !later.publishedAt().toInstant().isAfter(entry.from()));
    }

    /** Whether a release was published to let the one before its first instant go on, in place of a scheduled one. */
    private boolean isWithdrawal(LedgerEntry entry) {
        return entry.restores() != null
                && entry.effectiveFrom() != null
                && timeline.entryInForce(entry.from().minusNanos(1))
                        .filter(before -> before.digest().equals(entry.digest()))
                        .isPresent();
    }

    /** The release that takes the place of one before that begins: its number, when and by whom it was published, and why. */
    private Optional<Map<String, Object>> replaced(LedgerEntry entry) {
        return insteadOf(entry)
                .map(instead -> Map.of(
                        "by",
                        instead.number(),
                        "text",
                        texts.of(
                                "history-taken-back",
                                instead.number(),
                                instant(instead.publishedAt()),
                                ConsolePerson.called(instead.publishedBy(), texts)),
                        "why",
                        note(instead)));
    }

    /** The release whose content a release has again, or which it takes back; empty if it is none of both. */
    private String restores(LedgerEntry entry) {
        Integer restored = entry.restores();
        if (restored == null) {
            return "";
        }
        return timeline.entries().stream()
                .filter(earlier -> insteadOf(earlier).filter(entry::equals).isPresent() && isWithdrawal(entry))
                .findFirst()
                .map(withdrawn -> texts.of("history-takes-back", withdrawn.number(), restored))
                .orElseGet(() -> texts.of("restores", restored));
    }

    /** Until when a release that is over was in force, and what took its place; empty for another. */
    private String until(LedgerEntry entry) {
        return timeline.spans().stream()
                .filter(span -> span.entry().equals(entry)
                        && span.to() != null
                        && !span.to().isAfter(now))
                .findFirst()
                .flatMap(span -> timeline.entryInForce(Objects.requireNonNull(span.to(), "has an end")))
                .map(next -> texts.of("history-until", from(next), next.number()))
                .orElse("");
    }

    /** The page that withdraws a release that is still to come, or the one that leads from the release in force back to the one before it. */
    private Map<String, String> wayBack(LedgerEntry entry) {
        if (ScheduledRelease.isScheduled(timeline, entry, now)) {
            return Map.of("withdraw", pages + "/history/" + entry.number() + "/withdraw", "goBack", "");
        }
        String goBack = timeline.entryInForce(now)
                .filter(inForce -> inForce.equals(entry) && inForce.effectiveFrom() != null)
                .flatMap(inForce -> timeline.entryInForce(inForce.from().minusNanos(1)))
                .map(before -> pages + "/compare?from=" + entry.number() + "&to=" + before.number())
                .orElse("");
        return Map.of("withdraw", "", "goBack", goBack);
    }

    /** The page that compares the release: one that is in force with the one before it, any other with the one in force; empty for an only one. */
    private String compare(LedgerEntry entry) {
        int number = entry.number();
        int other = timeline.entryInForce(now)
                .map(LedgerEntry::number)
                .filter(inForce -> inForce != number)
                .orElse(number - 1);
        return other == 0 ? "" : pages + "/compare?from=" + other + "&to=" + number;
    }
}
