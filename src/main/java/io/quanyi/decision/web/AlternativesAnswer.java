package io.quanyi.decision.web;

import io.quanyi.decision.advice.CustomerAlternatives;
import io.quanyi.decision.advice.CustomerAlternatives.Change;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.document.AnswerWriter;
import io.quanyi.decision.document.DecisionAnswer;
import java.util.List;

/** The smallest sets of changes after which the service is granted, the fewest changes first. */
record AlternativesAnswer(List<Alternative> changes, boolean complete) {

    /** Changes that have to be made together, and the decision after them. */
    record Alternative(List<Setting> set, DecisionAnswer decision) {}

    static AlternativesAnswer of(CustomerAlternatives alternatives, AnswerWords words) {
        return new AlternativesAnswer(
                alternatives.changes().stream()
                        .map(change -> alternative(change, words))
                        .toList(),
                alternatives.complete());
    }

    private static Alternative alternative(Change change, AnswerWords words) {
        AnswerWriter writer = new AnswerWriter(words, change.placed());
        return new Alternative(writer.settings(change.set()), writer.answer(change.decision()));
    }
}
