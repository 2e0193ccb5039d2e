package io.quanyi.impact.dimension;

import io.quanyi.decision.AgreedTerm;
import io.quanyi.decision.AskedBy;
import io.quanyi.decision.AskedQuestion;
import io.quanyi.decision.Contract;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.FirstPurchase;
import io.quanyi.decision.Subscription;
import io.quanyi.decision.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a request about one service at a fixed instant; members that are not set are absent. */
public final class RequestBuilder {

    private final String programme;
    private final String service;
    private final OffsetDateTime at;

    String plan;

    @Nullable String product;

    @Nullable String deployment;

    @Nullable String usageRegion;

    @Nullable String servedBy;

    @Nullable LocalDate serviceStart;

    @Nullable LocalDate serviceEnd;

    @Nullable Boolean serviceRenewed;

    @Nullable BigDecimal amount;

    @Nullable String currency;

    @Nullable List<AgreedTerm> terms;

    @Nullable FirstPurchase firstPurchase;

    @Nullable List<String> specialServices;

    @Nullable List<Usage> usage;

    @Nullable Integer imGroupMembers;

    @Nullable Integer freeRemoteSupportLimit;

    @Nullable Boolean environmentReady;

    @Nullable Boolean remoteAccessAuthorised;

    @Nullable String projectPhase;

    @Nullable String channel;

    @Nullable String topic;

    @Nullable String severity;

    @Nullable String activity;

    @Nullable Integer quantity;

    @Nullable BigDecimal personDays;

    @Nullable String delivery;

    @Nullable LocalDate requestedStart;

    @Nullable Boolean certified;

    @Nullable String submittedBy;

    RequestBuilder(String programme, String plan, String service, OffsetDateTime at) {
        this.programme = programme;
        this.plan = plan;
        this.service = service;
        this.at = at;
    }

    /** The id of the service. */
    public String service() {
        return service;
    }

    /** The day of the request in the zone of the programme. */
    LocalDate day() {
        return at.toLocalDate();
    }

    /** Sets how much the question asks for. */
    public void amounts(@Nullable Integer newQuantity, @Nullable BigDecimal newPersonDays) {
        quantity = newQuantity;
        personDays = newPersonDays;
    }

    /** The request as built so far. */
    public DecisionRequest request() {
        return new DecisionRequest(programme, null, null, subscription(), question());
    }

    private Subscription subscription() {
        return new Subscription(
                null,
                plan,
                product,
                deployment,
                usageRegion,
                null,
                servedBy,
                serviceStart,
                serviceEnd,
                serviceRenewed,
                null,
                contract(),
                firstPurchase,
                specialServices,
                usage,
                imGroupMembers,
                freeRemoteSupportLimit,
                environmentReady,
                remoteAccessAuthorised,
                projectPhase);
    }

    private @Nullable Contract contract() {
        return amount == null && currency == null && terms == null ? null : new Contract(null, amount, currency, terms);
    }

    private AskedQuestion question() {
        AskedBy requester = certified == null && submittedBy == null ? null : new AskedBy(certified, submittedBy);
        return new AskedQuestion(
                service,
                at,
                channel,
                topic,
                severity,
                activity,
                quantity,
                personDays,
                delivery,
                requestedStart,
                null,
                requester);
    }
}
