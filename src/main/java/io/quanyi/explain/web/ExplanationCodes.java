package io.quanyi.explain.web;

import io.quanyi.decision.answer.AnswerCodes;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.ProgressLine;
import io.quanyi.explain.ExplanationReport.ReasonLine;
import io.quanyi.explain.ExplanationReport.RefusalLine;
import io.quanyi.web.description.ClosedLists;
import org.springframework.stereotype.Component;

/** States which members of explanations are closed lists of codes, for the description of the interface. */
@Component
class ExplanationCodes implements ClosedLists.Contributor {

    @Override
    public void addTo(ClosedLists lists) {
        lists.add(ReasonLine.class, "code", AnswerCodes.REASONS);
        lists.add(RefusalLine.class, "code", ClosedLists.withText("problem.", ".title"));
        lists.add(FaultLine.class, "code", ClosedLists.withText("fault.", ""));
        lists.add(ProgressLine.class, "state", AnswerCodes.CLOCK_STATES);
    }
}
