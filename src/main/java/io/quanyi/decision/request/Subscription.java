package io.quanyi.decision.request;

import io.quanyi.source.StatedValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of a customer and of the purchased service. An absent member is unknown, not false; an empty list means none.
 *
 * @param customerId the caller's own id of the customer, only for correlation
 * @param plan the plan bought
 * @param product the product, by id or by any of its names
 * @param deployment the deployment of the product
 * @param usageRegion the region in which the product is used
 * @param customerTimeZone the time zone of the customer
 * @param servedBy the organisation of the vendor that serves the customer
 * @param serviceStart first day of the service period, in the programme's zone
 * @param serviceEnd last day of the service period, included
 * @param serviceRenewed whether the service was renewed
 * @param purchasedOn day of the purchase
 * @param contract the contract
 * @param firstPurchase the first purchase of this plan, ever
 * @param specialServices special services bought
 * @param usage the usage so far
 * @param imGroupMembers the number of users in the IM group of the customer
 * @param freeRemoteSupportLimit the number of free remote supports that the contract grants
 * @param environmentReady whether the environment support that the customer owes is there
 * @param remoteAccessAuthorised whether the customer authorised remote access
 * @param projectPhase the phase of the customer's project
 * @param measures the facts of the vendor's own that the catalogue declares of subscriptions, by id
 */
public record Subscription(
        @Size(max = 100) @Pattern(regexp = RequestPatterns.ONE_LINE) @Nullable String customerId,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) String plan,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ONE_LINE) @Nullable String product,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String deployment,

        @Pattern(regexp = RequestPatterns.REGION) @Nullable String usageRegion,
        @Nullable ZoneId customerTimeZone,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String servedBy,

        @Nullable LocalDate serviceStart,
        @Nullable LocalDate serviceEnd,
        @Nullable Boolean serviceRenewed,
        @Nullable LocalDate purchasedOn,
        @Nullable Contract contract,
        @Nullable FirstPurchase firstPurchase,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable List<String> specialServices,

        @Size(max = 10_000) @Nullable List<Usage> usage,
        @DecimalMin("0") @DecimalMax("100000") @Nullable Integer imGroupMembers,
        @DecimalMin("0") @DecimalMax("100000") @Nullable Integer freeRemoteSupportLimit,
        @Nullable Boolean environmentReady,
        @Nullable Boolean remoteAccessAuthorised,

        @Size(max = 100) @Pattern(regexp = RequestPatterns.ID) @Nullable String projectPhase,

        @Size(max = 50) @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 13, fraction = 4) @Nullable Map<String, StatedValue> measures) {

    /** A subscription of a plan with no other member. */
    static Subscription of(String plan) {
        return new Subscription(
                null, plan, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }
}
