package io.quanyi.decision.request;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about what the customer bought. An absent member is unknown, not false; an empty list says "none".
 *
 * @param customerId the caller's own id of the customer, only for correlation
 * @param plan the plan bought
 * @param product the product, by id or by any of its names
 * @param deployment how the product runs
 * @param usageRegion where the product is used
 * @param customerTimeZone the customer's zone
 * @param servedBy which organisation of the vendor serves the customer
 * @param serviceStart first day of the service period, in the programme's zone
 * @param serviceEnd last day of the service period, included
 * @param serviceRenewed whether the service was renewed
 * @param purchasedOn day of the purchase
 * @param contract what the contract says
 * @param firstPurchase the first purchase of this plan, ever
 * @param specialServices special services bought
 * @param usage what was used so far
 * @param imGroupMembers how many users are in the customer's IM group
 * @param freeRemoteSupportLimit how many free remote supports the contract gives
 * @param environmentReady whether the environment support that the customer owes is there
 * @param remoteAccessAuthorised whether the customer authorised remote access
 * @param projectPhase the phase of the customer's project
 */
public record Subscription(
        @Size(max = 100) @Pattern(regexp = Shapes.ONE_LINE) @Nullable String customerId,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) String plan,

        @Size(max = 100) @Pattern(regexp = Shapes.ONE_LINE) @Nullable String product,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String deployment,

        @Pattern(regexp = Shapes.REGION) @Nullable String usageRegion,
        @Nullable ZoneId customerTimeZone,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String servedBy,

        @Nullable LocalDate serviceStart,
        @Nullable LocalDate serviceEnd,
        @Nullable Boolean serviceRenewed,
        @Nullable LocalDate purchasedOn,
        @Nullable Contract contract,
        @Nullable FirstPurchase firstPurchase,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable List<String> specialServices,

        @Size(max = 10_000) @Nullable List<Usage> usage,
        @DecimalMin("0") @DecimalMax("100000") @Nullable Integer imGroupMembers,
        @DecimalMin("0") @DecimalMax("100000") @Nullable Integer freeRemoteSupportLimit,
        @Nullable Boolean environmentReady,
        @Nullable Boolean remoteAccessAuthorised,

        @Size(max = 100) @Pattern(regexp = Shapes.ID) @Nullable String projectPhase) {

    /** A subscription of a plan with no other member. */
    static Subscription of(String plan) {
        return new Subscription(
                null, plan, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }
}
