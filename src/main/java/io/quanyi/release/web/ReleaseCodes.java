package io.quanyi.release.web;

import io.quanyi.decision.answer.AnswerCodes;
import io.quanyi.decision.needs.Absence;
import io.quanyi.decision.needs.ServiceFactWriter;
import io.quanyi.decision.needs.ServiceFacts.FactAbsence;
import io.quanyi.decision.needs.ServiceFacts.FactUse;
import io.quanyi.decision.needs.ServiceFacts.ServiceFact;
import io.quanyi.facts.Domain;
import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.release.web.MatrixAnswer.MatrixCharge;
import io.quanyi.release.web.MatrixAnswer.MatrixContent;
import io.quanyi.release.web.MatrixAnswer.MatrixPromise;
import io.quanyi.release.web.MatrixAnswer.MatrixQuota;
import io.quanyi.release.web.MatrixAnswer.MatrixShare;
import io.quanyi.web.description.ClosedLists;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** States which members of answers about releases are closed lists of codes, for the description of the interface. */
@Component
class ReleaseCodes implements ClosedLists.Contributor {

    @Override
    public void addTo(ClosedLists lists) {
        lists.add(ProgrammeEntry.class, "authority", AnswerCodes.AUTHORITIES);
        lists.addDeclarable(CatalogueAnswer.class, "deployments", AnswerCodes.of(Domain.DEPLOYMENT));
        lists.add(DifferenceLine.class, "kind", ClosedLists.withText("difference.kind.", ""));
        lists.add(DifferenceLine.class, "change", List.of("added", "changed", "removed"));
        lists.add(DifferenceLine.class, "part", List.of("calendars", "catalogue", "policy"));
        lists.add(
                FactAbsence.class,
                "means",
                Arrays.stream(Absence.values()).map(Absence::code).toList());
        lists.add(FactUse.class, "effect", AnswerCodes.of(Domain.EFFECT));
        lists.add(ServiceFact.class, "type", ServiceFactWriter.TYPES);
        addMatrix(lists);
    }

    private static void addMatrix(ClosedLists lists) {
        lists.addDeclarable(MatrixContent.class, "reasons", AnswerCodes.REASONS);
        lists.addDeclarable(MatrixContent.class, "conditions", ClosedLists.withText("condition.", ""));
        lists.addDeclarable(MatrixContent.class, "seat", AnswerCodes.of(Domain.SEAT));
        lists.addDeclarable(MatrixContent.class, "priority", AnswerCodes.of(Domain.PRIORITY));
        lists.add(MatrixPromise.class, "unit", AnswerCodes.TARGET_UNITS);
        lists.add(MatrixQuota.class, "unit", AnswerCodes.QUOTA_UNITS);
        lists.add(MatrixQuota.class, "eachUnit", AnswerCodes.of(Domain.QUOTA_UNIT));
        lists.add(MatrixQuota.class, "per", AnswerCodes.QUOTA_PERIODS);
        lists.add(MatrixCharge.class, "per", AnswerCodes.of(Domain.CHARGE_PER));
        lists.addDeclarable(MatrixShare.class, "of", AnswerCodes.of(Domain.SHARE_OF));
    }
}
