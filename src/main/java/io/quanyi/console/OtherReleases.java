package io.quanyi.console;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Finds the releases and open drafts of a programme with which a screen compares what it shows: a release by its number, a draft by its id. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
public class OtherReleases {

    private static final String NUMBER = "\\d{1,9}";

    private final DraftService drafts;
    private final DraftTrials trials;

    OtherReleases(DraftService drafts, DraftTrials trials) {
        this.drafts = drafts;
        this.trials = trials;
    }

    /**
     * A release or draft to compare with.
     *
     * @param release the release; that which the draft would be
     * @param name the name for readers, with the title of the draft
     * @param shortName the name without the title
     */
    public record Other(ProgrammeRelease release, String name, String shortName) {

        /** A published release. */
        public static Other of(ProgrammeRelease release, Language language) {
            String name = numbered(release.id().number(), language);
            return new Other(release, name, name);
        }
    }

    /**
     * The options of a select, with the one that an address names.
     *
     * @param chosen the number of a release or the id of a draft; empty for none
     */
    public List<Map<String, Object>> choices(Timeline timeline, String chosen, Language language) {
        List<Map<String, Object>> choices = new ArrayList<>();
        timeline.entries()
                .forEach(entry -> choices.add(
                        choice(String.valueOf(entry.number()), numbered(entry.number(), language), chosen)));
        drafts.open(timeline.programme().id())
                .forEach(draft -> choices.add(
                        choice(draft.id(), new ConsoleTexts(language).of("other-draft", draft.title()), chosen)));
        return choices;
    }

    private static Map<String, Object> choice(String id, String name, String chosen) {
        return Map.of("id", id, "name", name, "chosen", chosen.equals(id));
    }

    /**
     * The release or draft that an address names.
     *
     * @throws io.quanyi.decision.request.RequestRefused if there is no such release
     * @throws io.quanyi.release.draft.DraftRefused if there is no such draft, or it cannot be loaded
     */
    public Other find(Timeline timeline, String named, Language language) {
        if (named.matches(NUMBER)) {
            int number = Integer.parseInt(named);
            return Other.of(
                    timeline.release(number).orElseThrow(() -> ServedReleases.unknownRelease(timeline, number)),
                    language);
        }
        ConsoleTexts texts = new ConsoleTexts(language);
        DraftTrials.Loaded draft = trials.load(timeline.programme().id(), named);
        return new Other(
                draft.release(), texts.of("other-draft", draft.draft().title()), texts.of("other-draft-short"));
    }

    private static String numbered(int number, Language language) {
        return new ConsoleTexts(language).of("other-numbered", number);
    }
}
