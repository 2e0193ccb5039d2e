package io.quanyi.decision.web;

import io.quanyi.decision.Alternatives;
import io.quanyi.decision.web.DecisionAnswer.Setting;
import java.util.List;

/** The smallest sets of changes that make a refusal a yes, the fewest first. */
record AlternativesAnswer(List<Alternative> changes, boolean complete) {

    /** Changes that have to be made together, and what is then decided. */
    record Alternative(List<Setting> set, DecisionAnswer decision) {}

    static AlternativesAnswer of(Alternatives alternatives, AnswerWriter writer) {
        List<Alternative> changes = alternatives.changes().stream()
                .map(change -> new Alternative(AnswerWriter.settings(change.set()), writer.answer(change.decision())))
                .toList();
        return new AlternativesAnswer(changes, alternatives.complete());
    }
}
