package io.quanyi.console.activity;

import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftService;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The events of a programme: the publications in its ledger, and the work at the drafts that there are. Of a draft that was removed, and of edits
 * before the last one, only the audit log knows.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
public class ProgrammeActivity {

    private final ScreenReleases releases;
    private final DraftService drafts;

    ProgrammeActivity(ScreenReleases releases, DraftService drafts) {
        this.releases = releases;
        this.drafts = drafts;
    }

    /** The last events of a programme as values of the template {@code activity.html}, the newest first. */
    public List<Map<String, Object>> last(String programme, int most, Language language) {
        return events(programme, language)
                .limit(most)
                .map(event -> view(event, programme, language))
                .toList();
    }

    /** All events, the newest first; those of one second in the reverse of the order in which they come about. */
    Stream<ActivityEvent> events(String programme, Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        Timeline timeline = releases.timeline(programme);
        List<ActivityEvent> all = new ArrayList<>(Stream.concat(
                        timeline.entries().stream().map(entry -> publication(timeline, entry, texts)),
                        drafts.all(programme).stream().flatMap(view -> new DraftActivity(view, texts).events()))
                .sorted(Comparator.comparing(ActivityEvent::at))
                .toList());
        Collections.reverse(all);
        return all.stream();
    }

    private static ActivityEvent publication(Timeline timeline, LedgerEntry entry, ConsoleTexts texts) {
        return new ActivityEvent(
                entry.publishedAt(),
                entry.publishedBy(),
                texts.of("activity-published", entry.number()),
                entry.note() == null ? List.of() : List.of(entry.note().in(texts.language())),
                "/console/" + timeline.programme().id() + "/history");
    }

    /** An event as values of the template. */
    Map<String, Object> view(ActivityEvent event, String programme, Language language) {
        ZoneId zone = releases.timeline(programme).programme().zone();
        String by = ConsolePerson.called(event.by(), new ConsoleTexts(language));
        return Map.of(
                "at",
                new DateTexts(language)
                        .instant(event.at()
                                .atZoneSameInstant(zone)
                                .toOffsetDateTime()
                                .truncatedTo(ChronoUnit.MINUTES)),
                "by",
                by,
                "text",
                event.text(),
                "details",
                event.details(),
                "href",
                event.href());
    }
}
