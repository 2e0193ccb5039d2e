package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The answer to the same question on another day, by another release or by a draft, beside the first one. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class OtherAnswer {

    private final Decider decider;
    private final DraftService drafts;
    private final DraftTrials trials;

    OtherAnswer(Decider decider, DraftService drafts, DraftTrials trials) {
        this.decider = decider;
        this.drafts = drafts;
        this.trials = trials;
    }

    /** The releases and open drafts that the form offers. */
    List<Map<String, Object>> choices(Timeline timeline, AskParameters parameters, Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        List<Map<String, Object>> choices = new ArrayList<>();
        timeline.entries()
                .forEach(entry -> choices.add(choice(
                        String.valueOf(entry.number()), texts.of("ask-other-numbered", entry.number()), parameters)));
        drafts.open(timeline.programme().id())
                .forEach(draft ->
                        choices.add(choice(draft.id(), texts.of("ask-other-draft", draft.title()), parameters)));
        return choices;
    }

    private static Map<String, Object> choice(String id, String name, AskParameters parameters) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "chosen",
                parameters.value(AskParameters.OTHER_RELEASE).equals(id));
    }

    /**
     * Both answers, line by line.
     *
     * @throws io.quanyi.source.FaultsFound if the other question has faults
     * @throws io.quanyi.decision.request.RequestRefused if there is no such release
     * @throws io.quanyi.release.draft.DraftRefused if there is no such draft, or it cannot be loaded
     */
    Map<String, Object> beside(
            AskedAnswer first, Timeline timeline, AskParameters parameters, Instant now, Language language) {
        DecisionRequest asked = new RecordBinder(new Faults())
                .require(
                        parameters
                                .other()
                                .tree(
                                        timeline.programme().id(),
                                        timeline.programme().zone()),
                        DecisionRequest.class);
        Compared compared = compared(asked, timeline, parameters.value(AskParameters.OTHER_RELEASE), now, language);
        AskedAnswer other =
                AskedAnswer.of(new PlacedRequest(asked, "/subscription"), compared.release(), now, language);
        ComparedAnswers both = new ComparedAnswers(
                side(first, numbered(first.report().asked().release().number(), language), language),
                side(other, compared.name(), language));
        return both.content(language);
    }

    /** A release to compare with, and how the page calls it. */
    private record Compared(ProgrammeRelease release, String name) {}

    private Compared compared(DecisionRequest asked, Timeline timeline, String named, Instant now, Language language) {
        if (!named.isEmpty() && !named.matches("\\d{1,9}")) {
            DraftTrials.Loaded draft = trials.load(timeline.programme().id(), named);
            String name = new ConsoleTexts(language)
                    .of("ask-other-draft", draft.draft().title());
            return new Compared(draft.release(), name);
        }
        ProgrammeRelease release = named.isEmpty() ? decider.resolve(asked, now) : numbered(timeline, named);
        return new Compared(release, numbered(release.id().number(), language));
    }

    private static ProgrammeRelease numbered(Timeline timeline, String named) {
        int number = Integer.parseInt(named);
        return timeline.release(number).orElseThrow(() -> ServedReleases.unknownRelease(timeline, number));
    }

    private static String numbered(int number, Language language) {
        return new ConsoleTexts(language).of("ask-other-numbered", number);
    }

    private static ComparedAnswers.Side side(AskedAnswer answer, String name, Language language) {
        String instant = new DateTexts(language).instant(answer.report().asked().at());
        return new ComparedAnswers.Side(new ConsoleTexts(language).of("ask-beside-of", name, instant), answer);
    }
}
