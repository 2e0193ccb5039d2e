package io.quanyi.decision.request;

import io.quanyi.source.StatedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a request from its mandatory members, or from another request. Each setter is named after the member that it sets, and makes
 * the member absent if the value is null. Not safe for use by several threads.
 */
public final class RequestBuilder extends SubscriptionBuilder {

    private final DecisionRequest origin;
    private String service;
    private @Nullable OffsetDateTime at;
    private @Nullable OffsetDateTime asOf;
    private @Nullable AskedBy requester;
    private @Nullable String channel;
    private @Nullable String topic;
    private @Nullable String severity;
    private @Nullable String activity;
    private @Nullable Integer quantity;
    private @Nullable BigDecimal personDays;
    private @Nullable String delivery;
    private @Nullable LocalDate requestedStart;
    private @Nullable Map<String, StatedValue> askedMeasures;

    private RequestBuilder(DecisionRequest origin) {
        super(origin.subscription());
        this.origin = origin;
        AskedQuestion question = origin.question();
        service = question.service();
        at = question.at();
        asOf = question.asOf();
        requester = question.requester();
        channel = question.channel();
        topic = question.topic();
        severity = question.severity();
        activity = question.activity();
        quantity = question.quantity();
        personDays = question.personDays();
        delivery = question.delivery();
        requestedStart = question.requestedStart();
        askedMeasures = question.measures();
    }

    /** Begins a request with the mandatory members and an instant; the other members are absent. */
    public static RequestBuilder of(String programme, String plan, String service, OffsetDateTime at) {
        return from(
                new DecisionRequest(programme, null, null, Subscription.of(plan), AskedQuestion.about(service, at)));
    }

    /** Begins with all members of a request. */
    public static RequestBuilder from(DecisionRequest request) {
        return new RequestBuilder(request);
    }

    @Override
    RequestBuilder self() {
        return this;
    }

    /** The request as built so far. */
    public DecisionRequest request() {
        return new DecisionRequest(origin.programme(), origin.release(), origin.knownAt(), subscription(), question());
    }

    private AskedQuestion question() {
        return new AskedQuestion(
                service,
                at,
                origin.question().pauses(),
                asOf,
                origin.question().respondedAt(),
                origin.question().resolvedAt(),
                channel,
                topic,
                severity,
                activity,
                quantity,
                personDays,
                delivery,
                requestedStart,
                origin.question().language(),
                requester,
                askedMeasures);
    }

    /** Sets one of the measures that the catalogue declares of questions. */
    public RequestBuilder askedMeasure(String id, @Nullable StatedValue value) {
        askedMeasures = with(askedMeasures, id, value);
        return this;
    }

    /** The id of the service. */
    public String service() {
        return service;
    }

    /** The day of the instant, by the offset of the instant; only for a request with an instant. */
    public LocalDate day() {
        return Objects.requireNonNull(at, "the request has an instant").toLocalDate();
    }

    public RequestBuilder service(String id) {
        service = id;
        return this;
    }

    public RequestBuilder at(OffsetDateTime instant) {
        at = instant;
        return this;
    }

    /** Sets the instant as of which the clocks of the case are read. */
    RequestBuilder asOf(@Nullable OffsetDateTime instant) {
        asOf = instant;
        return this;
    }

    public RequestBuilder channel(@Nullable String value) {
        channel = value;
        return this;
    }

    public RequestBuilder topic(@Nullable String value) {
        topic = value;
        return this;
    }

    public RequestBuilder severity(@Nullable String value) {
        severity = value;
        return this;
    }

    public RequestBuilder activity(@Nullable String value) {
        activity = value;
        return this;
    }

    public RequestBuilder quantity(@Nullable Integer value) {
        quantity = value;
        return this;
    }

    public RequestBuilder personDays(@Nullable BigDecimal value) {
        personDays = value;
        return this;
    }

    public RequestBuilder delivery(@Nullable String value) {
        delivery = value;
        return this;
    }

    public RequestBuilder requestedStart(@Nullable LocalDate value) {
        requestedStart = value;
        return this;
    }

    public RequestBuilder certified(@Nullable Boolean is) {
        return requester(new AskedBy(is, requester == null ? null : requester.submittedBy()));
    }

    public RequestBuilder submittedBy(@Nullable String id) {
        return requester(new AskedBy(requester == null ? null : requester.certified(), id));
    }

    /** Sets the requester; one without any member is absent. */
    public RequestBuilder requester(@Nullable AskedBy value) {
        requester = value == null || value.equals(AskedBy.UNKNOWN) ? null : value;
        return this;
    }
}
