package io.quanyi.decision.request;

import io.quanyi.source.StatedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of {@link RequestBuilder} that sets the members of the subscription. */
abstract class SubscriptionBuilder {

    private final Subscription origin;
    private String plan;
    private @Nullable String product;
    private @Nullable String deployment;
    private @Nullable String usageRegion;
    private @Nullable String servedBy;
    private @Nullable LocalDate serviceStart;
    private @Nullable LocalDate serviceEnd;
    private @Nullable Boolean serviceRenewed;
    private @Nullable LocalDate purchasedOn;
    private @Nullable Map<String, StatedValue> measures;
    private @Nullable FirstPurchase firstPurchase;
    private @Nullable List<String> specialServices;
    private @Nullable List<Usage> usage;
    private @Nullable Integer imGroupMembers;
    private @Nullable Integer freeRemoteSupportLimit;
    private @Nullable Boolean environmentReady;
    private @Nullable Boolean remoteAccessAuthorised;
    private @Nullable String projectPhase;
    private @Nullable Contract contract;
    private @Nullable Function<List<Usage>, List<AgreedTerm>> termsByUsage;

    SubscriptionBuilder(Subscription origin) {
        this.origin = origin;
        plan = origin.plan();
        product = origin.product();
        deployment = origin.deployment();
        usageRegion = origin.usageRegion();
        servedBy = origin.servedBy();
        serviceStart = origin.serviceStart();
        serviceEnd = origin.serviceEnd();
        serviceRenewed = origin.serviceRenewed();
        purchasedOn = origin.purchasedOn();
        measures = origin.measures();
        firstPurchase = origin.firstPurchase();
        specialServices = origin.specialServices();
        usage = origin.usage();
        imGroupMembers = origin.imGroupMembers();
        freeRemoteSupportLimit = origin.freeRemoteSupportLimit();
        environmentReady = origin.environmentReady();
        remoteAccessAuthorised = origin.remoteAccessAuthorised();
        projectPhase = origin.projectPhase();
        contract = origin.contract();
    }

    abstract RequestBuilder self();

    /** The subscription as built so far. */
    public Subscription subscription() {
        return new Subscription(
                origin.customerId(),
                plan,
                product,
                deployment,
                usageRegion,
                origin.customerTimeZone(),
                servedBy,
                serviceStart,
                serviceEnd,
                serviceRenewed,
                purchasedOn,
                agreed(),
                firstPurchase,
                specialServices,
                usage,
                imGroupMembers,
                freeRemoteSupportLimit,
                environmentReady,
                remoteAccessAuthorised,
                projectPhase,
                measures);
    }

    public RequestBuilder plan(String id) {
        plan = id;
        return self();
    }

    public RequestBuilder product(@Nullable String value) {
        product = value;
        return self();
    }

    public RequestBuilder deployment(@Nullable String value) {
        deployment = value;
        return self();
    }

    public RequestBuilder usageRegion(@Nullable String value) {
        usageRegion = value;
        return self();
    }

    public RequestBuilder servedBy(@Nullable String value) {
        servedBy = value;
        return self();
    }

    public RequestBuilder serviceStart(@Nullable LocalDate value) {
        serviceStart = value;
        return self();
    }

    public RequestBuilder serviceEnd(@Nullable LocalDate value) {
        serviceEnd = value;
        return self();
    }

    public RequestBuilder serviceRenewed(@Nullable Boolean value) {
        serviceRenewed = value;
        return self();
    }

    public RequestBuilder purchasedOn(@Nullable LocalDate value) {
        purchasedOn = value;
        return self();
    }

    /** Sets the measures that the catalogue declares of subscriptions, by id. */
    public RequestBuilder measures(@Nullable Map<String, StatedValue> values) {
        measures = values;
        return self();
    }

    /** Sets one of the measures that the catalogue declares of subscriptions. */
    public RequestBuilder measure(String id, @Nullable StatedValue value) {
        return measures(with(measures, id, value));
    }

    /** The values with another one; null if there is none. */
    static @Nullable Map<String, StatedValue> with(
            @Nullable Map<String, StatedValue> stated, String id, @Nullable StatedValue value) {
        Map<String, StatedValue> changed = new TreeMap<>(stated == null ? Map.of() : stated);
        if (value == null) {
            changed.remove(id);
        } else {
            changed.put(id, value);
        }
        return changed.isEmpty() ? null : changed;
    }

    public RequestBuilder firstPurchase(@Nullable FirstPurchase value) {
        firstPurchase = value;
        return self();
    }

    public RequestBuilder specialServices(@Nullable List<String> value) {
        specialServices = value;
        return self();
    }

    public RequestBuilder usage(@Nullable List<Usage> value) {
        usage = value;
        return self();
    }

    public RequestBuilder imGroupMembers(@Nullable Integer value) {
        imGroupMembers = value;
        return self();
    }

    public RequestBuilder freeRemoteSupportLimit(@Nullable Integer value) {
        freeRemoteSupportLimit = value;
        return self();
    }

    public RequestBuilder environmentReady(@Nullable Boolean value) {
        environmentReady = value;
        return self();
    }

    public RequestBuilder remoteAccessAuthorised(@Nullable Boolean value) {
        remoteAccessAuthorised = value;
        return self();
    }

    public RequestBuilder projectPhase(@Nullable String value) {
        projectPhase = value;
        return self();
    }

    /** Sets the value of the contract. */
    public RequestBuilder amount(@Nullable BigDecimal value) {
        Contract now = contract();
        return contract(new Contract(now.signedOn(), value, now.currency(), now.terms()));
    }

    /** Sets the currency of the value of the contract. */
    public RequestBuilder currency(@Nullable String code) {
        Contract now = contract();
        return contract(new Contract(now.signedOn(), now.amount(), code, now.terms()));
    }

    /** Sets the day on which the contract was signed. */
    public RequestBuilder signedOn(@Nullable LocalDate day) {
        Contract now = contract();
        return contract(new Contract(day, now.amount(), now.currency(), now.terms()));
    }

    /** Sets the terms of the contract. */
    public RequestBuilder terms(@Nullable List<AgreedTerm> terms) {
        termsByUsage = null;
        Contract now = contract();
        return contract(new Contract(now.signedOn(), now.amount(), now.currency(), terms));
    }

    /** Sets terms of the contract that depend on the usage that the request states in the end, such as a quota of which a part is left. */
    public RequestBuilder termsByUsage(Function<List<Usage>, List<AgreedTerm>> terms) {
        termsByUsage = terms;
        return self();
    }

    private @Nullable Contract agreed() {
        if (termsByUsage == null) {
            return contract;
        }
        Contract now = contract();
        List<AgreedTerm> terms = termsByUsage.apply(usage == null ? List.of() : usage);
        return new Contract(now.signedOn(), now.amount(), now.currency(), terms);
    }

    private Contract contract() {
        return contract == null ? Contract.EMPTY : contract;
    }

    /** Sets the contract; one without any member is absent. */
    private RequestBuilder contract(Contract changed) {
        contract = changed.equals(Contract.EMPTY) ? null : changed;
        return self();
    }
}
