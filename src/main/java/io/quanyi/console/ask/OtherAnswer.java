package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.OtherReleases;
import io.quanyi.console.OtherReleases.Other;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.release.Timeline;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The answer to the same question on another day, by another release or by a draft, beside the first one. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class OtherAnswer {

    private final Decider decider;
    private final OtherReleases releases;

    OtherAnswer(Decider decider, OtherReleases releases) {
        this.decider = decider;
        this.releases = releases;
    }

    /** The releases and open drafts that the form offers. */
    List<Map<String, Object>> choices(Timeline timeline, AskParameters parameters, Language language) {
        return releases.choices(timeline, parameters.value(AskParameters.OTHER_RELEASE), language);
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
                        DecisionRequest.class)
                .readAsOf(now);
        String named = parameters.value(AskParameters.OTHER_RELEASE);
        Other compared = named.isEmpty()
                ? Other.of(decider.resolve(asked, now), language)
                : releases.find(timeline, named, language);
        AskedAnswer other =
                AskedAnswer.of(new PlacedRequest(asked, "/subscription"), compared.release(), now, language);
        ComparedAnswers both = ComparedAnswers.of(
                side(first, Other.of(first.sentences().release(), language), language),
                side(other, compared, language));
        Map<String, Object> content = new HashMap<>(both.content(language));
        content.put("end", parameters.alone().query());
        return content;
    }

    private static ComparedAnswers.Side side(AskedAnswer answer, Other release, Language language) {
        String instant = new DateTexts(language).instant(answer.report().asked().at());
        return new ComparedAnswers.Side(
                new ConsoleTexts(language).of("ask-beside-of", release.name(), instant), answer);
    }
}
