package io.quanyi.decision.web;

import io.quanyi.decision.answer.AnswerCodes;
import io.quanyi.decision.answer.Decision.Progress;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.answer.Decision.Share;
import io.quanyi.decision.document.BatchAnswer.BatchDecision;
import io.quanyi.decision.document.BatchAnswer.BatchProblem;
import io.quanyi.decision.document.DecisionAnswer;
import io.quanyi.decision.document.DecisionAnswer.Charge;
import io.quanyi.decision.document.DecisionAnswer.Condition;
import io.quanyi.decision.document.DecisionAnswer.Promise;
import io.quanyi.decision.document.DecisionAnswer.Quota;
import io.quanyi.decision.document.DecisionAnswer.Route;
import io.quanyi.decision.document.DecisionAnswer.Suggestion;
import io.quanyi.decision.document.DecisionAnswer.Target;
import io.quanyi.decision.document.DecisionAnswer.Warning;
import io.quanyi.decision.document.SheetAnswer.ServiceProblem;
import io.quanyi.decision.document.SheetBatchAnswer.BatchSheet;
import io.quanyi.decision.request.AskedBy;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.SheetQuestion;
import io.quanyi.decision.request.Subscription;
import io.quanyi.facts.Domain;
import io.quanyi.web.description.ClosedLists;
import org.springframework.stereotype.Component;

/** States which members of decisions are closed lists of codes, for the description of the interface. */
@Component
class DecisionCodes implements ClosedLists.Contributor {

    @Override
    public void addTo(ClosedLists lists) {
        lists.add(DecisionAnswer.class, "authority", AnswerCodes.AUTHORITIES);
        lists.addDeclarable(Reason.class, "code", AnswerCodes.REASONS);
        lists.addDeclarable(Condition.class, "code", ClosedLists.withText("condition.", ""));
        lists.add(Warning.class, "code", ClosedLists.withText("warning.", ""));
        lists.add(Suggestion.class, "code", ClosedLists.withText("suggestion.", ""));
        lists.add(ServiceProblem.class, "code", ClosedLists.withText("problem.", ".title"));
        lists.add(Target.class, "unit", AnswerCodes.TARGET_UNITS);
        lists.addDeclarable(Promise.class, "fulfilledBy", AnswerCodes.of(Domain.FULFILMENT));
        lists.add(Progress.class, "state", AnswerCodes.CLOCK_STATES);
        lists.add(Quota.class, "unit", AnswerCodes.QUOTA_UNITS);
        lists.add(Quota.class, "eachUnit", AnswerCodes.of(Domain.QUOTA_UNIT));
        lists.add(Quota.class, "per", AnswerCodes.QUOTA_PERIODS);
        lists.add(Charge.class, "per", AnswerCodes.of(Domain.CHARGE_PER));
        lists.addDeclarable(Share.class, "of", AnswerCodes.of(Domain.SHARE_OF));
        addRoute(lists);
        addRequest(lists);
        lists.addKind(DecisionAnswer.class, DecisionAnswer.KIND);
        lists.addKind(BatchDecision.class, DecisionAnswer.KIND);
        lists.addKind(BatchSheet.class, BatchSheet.KIND);
        lists.addKind(ServiceProblem.class, ServiceProblem.KIND);
        lists.addKind(BatchProblem.class, BatchProblem.KIND);
    }

    /** The members whose values are the same for all programmes; others have the ids of a catalogue. */
    private static void addRequest(ClosedLists lists) {
        lists.addDeclarable(Subscription.class, "deployment", AnswerCodes.of(Domain.DEPLOYMENT));
        lists.add(Subscription.class, "servedBy", AnswerCodes.of(Domain.SERVED_BY));
        lists.add(Subscription.class, "projectPhase", AnswerCodes.of(Domain.PHASE));
        lists.add(AskedQuestion.class, "delivery", AnswerCodes.of(Domain.DELIVERY));
        lists.add(SheetQuestion.class, "delivery", AnswerCodes.of(Domain.DELIVERY));
        lists.add(AskedBy.class, "submittedBy", AnswerCodes.of(Domain.SUBMITTED_BY));
    }

    private static void addRoute(ClosedLists lists) {
        lists.addDeclarable(Route.class, "seat", AnswerCodes.of(Domain.SEAT));
        lists.addDeclarable(Route.class, "priority", AnswerCodes.of(Domain.PRIORITY));
        lists.addDeclarable(Route.class, "deliveredBy", AnswerCodes.of(Domain.DELIVERER));
        lists.addDeclarable(Route.class, "deliverers", AnswerCodes.of(Domain.DELIVERER));
        lists.add(Route.class, "delivery", AnswerCodes.of(Domain.DELIVERY));
        lists.addDeclarable(Route.class, "language", AnswerCodes.of(Domain.LANGUAGE));
    }
}
