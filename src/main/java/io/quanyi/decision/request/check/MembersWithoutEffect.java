package io.quanyi.decision.request.check;

import io.quanyi.decision.answer.Decision.Warning;
import io.quanyi.decision.request.AskedBy;
import io.quanyi.decision.request.AskedQuestion;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.Subscription;
import io.quanyi.source.StatedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request that no rule of the programme decides by: dates that no programme asks about, and facts that the rules of this
 * one do not ask about. Each is warned about, so that a caller does not take it for considered.
 */
final class MembersWithoutEffect {

    private final Set<String> asked;
    private final List<Warning> warnings = new ArrayList<>();

    private MembersWithoutEffect(Set<String> asked) {
        this.asked = asked;
    }

    /** @param asked the pointers of the members that the rules ask about */
    static List<Warning> of(DecisionRequest request, Set<String> asked) {
        MembersWithoutEffect members = new MembersWithoutEffect(asked);
        members.addAll(request.subscription());
        AskedQuestion question = request.question();
        members.add("/question/delivery", question.delivery());
        members.addAll("/question/measures/", question.measures());
        AskedBy requester = question.requester();
        if (requester != null) {
            members.add("/question/requester/certified", requester.certified());
            members.add("/question/requester/submittedBy", requester.submittedBy());
        }
        return members.warnings;
    }

    private void addAll(Subscription subscription) {
        add("/subscription/deployment", subscription.deployment());
        add("/subscription/usageRegion", subscription.usageRegion());
        add("/subscription/servedBy", subscription.servedBy());
        add("/subscription/serviceRenewed", subscription.serviceRenewed());
        add("/subscription/purchasedOn", subscription.purchasedOn());
        FirstPurchase first = subscription.firstPurchase();
        add("/subscription/firstPurchase/purchasedOn", first == null ? null : first.purchasedOn());
        Contract contract = subscription.contract();
        add("/subscription/contract/signedOn", contract == null ? null : contract.signedOn());
        add("/subscription/contract/amount", contract == null ? null : contract.amount());
        add("/subscription/freeRemoteSupportLimit", subscription.freeRemoteSupportLimit());
        add("/subscription/environmentReady", subscription.environmentReady());
        add("/subscription/remoteAccessAuthorised", subscription.remoteAccessAuthorised());
        add("/subscription/projectPhase", subscription.projectPhase());
        addAll("/subscription/measures/", subscription.measures());
    }

    private void addAll(String pointer, @Nullable Map<String, StatedValue> measures) {
        if (measures != null) {
            measures.forEach((id, value) -> add(pointer + id, value));
        }
    }

    private void add(String pointer, @Nullable Object value) {
        if (value != null && !asked.contains(pointer)) {
            String written = value instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : value.toString();
            warnings.add(new Warning("without-effect", pointer, written));
        }
    }
}
