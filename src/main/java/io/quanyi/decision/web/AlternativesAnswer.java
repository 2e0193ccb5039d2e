package io.quanyi.decision.web;

import io.quanyi.decision.advice.Alternatives;
import io.quanyi.decision.web.DecisionAnswer.Setting;
import java.util.List;

/** The smallest sets of changes after which the service is granted, the fewest changes first. */
record AlternativesAnswer(List<Alternative> changes, boolean complete) {

    /** Changes that have to be made together, and the decision after them. */
    record Alternative(List<Setting> set, DecisionAnswer decision) {}

    static AlternativesAnswer of(Alternatives alternatives, AnswerWriter writer) {
        List<Alternative> changes = alternatives.changes().stream()
                .map(change -> new Alternative(AnswerWriter.settings(change.set()), writer.answer(change.decision())))
                .toList();
        return new AlternativesAnswer(changes, alternatives.complete());
    }
}
