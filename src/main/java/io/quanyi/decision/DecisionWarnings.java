package io.quanyi.decision;

import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.request.AgreedTerms;
import io.quanyi.decision.request.ResolvedRequest;
import io.quanyi.facts.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The warnings of a decision: members of the request that have no effect on it, and limitations of the answer.
 *
 * @param timing the times of the decision, all of which have been computed
 */
record DecisionWarnings(ResolvedRequest question, Combination combined, ServiceTimes timing) {

    /** The warnings of a decision with these target times. */
    List<Warning> of(@Nullable Promise response, @Nullable Promise resolution) {
        List<Warning> warnings = new ArrayList<>(question.warnings());
        ZoneId customers = question.request().subscription().customerTimeZone();
        if (customers != null && !timing.inZoneOfCustomer()) {
            warnings.add(new Warning("without-effect", "/subscription/customerTimeZone", customers.getId()));
        }
        addLanguage(warnings);
        for (String pointer : timing.unused()) {
            warnings.add(new Warning("without-effect", pointer, null));
        }
        if (question.release().programme().authority().equals("indicative")) {
            warnings.add(new Warning("indicative-source", null, null));
        }
        if (response != null && resolution != null && resolution.isBefore(response)) {
            addReversed(warnings);
        }
        if (timing.beyondCalendar()) {
            warnings.add(new Warning("calendar-not-published", null, null));
        }
        if (timing.awaitsAnnouncement()) {
            warnings.add(new Warning("holiday-hours-not-announced", null, null));
        }
        return warnings;
    }

    /** Warns that the service is not given in the requested language, or that nothing says in which language it is given. */
    private void addLanguage(List<Warning> warnings) {
        String wanted = question.request().question().language();
        if (wanted == null || !combined.includes(Language.class)) {
            return;
        }
        Stated<Language> stated = combined.nearest(Language.class);
        if (stated == null) {
            warnings.add(new Warning("without-effect", "/question/language", wanted));
        } else if (!stated.term().mayBe(wanted)) {
            warnings.add(new Warning(
                    "language-not-offered", "/question/language", stated.term().id()));
        }
    }

    /** Warns that an agreed target time puts the resolution before the response. Rules are compared when they are checked. */
    private void addReversed(List<Warning> warnings) {
        Stream.of("resolve-within", "respond-within")
                .map(effect -> AgreedTerms.pointer(question, effect))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(pointer -> warnings.add(new Warning("resolution-before-response", pointer, null)));
    }
}
