package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param service what the customer wants
 * @param channel the way the customer wants to come by
 * @param topic the kind of issue
 * @param severity how grave it is, as the caller classified it
 * @param activity which part of the service is wanted
 * @param delivery how it should be given
 * @param quantity how many are wanted, at least 1
 * @param personDays how many person-days are wanted
 * @param leadDays calendar days in the programme's zone from the instant asked about to the wanted start
 */
public record Question(
        @Of(Domain.SERVICE) String service,

        @Of(Domain.CHANNEL) @Absent(means = Meaning.NOT_ASKED, pointer = "/question/channel") @Nullable String channel,

        @Of(Domain.TOPIC) @Absent(means = Meaning.NOT_ASKED, pointer = "/question/topic") @Nullable String topic,

        @Of(Domain.SEVERITY) @Absent(means = Meaning.UNKNOWN, pointer = "/question/severity") @Nullable String severity,

        @Of(Domain.ACTIVITY) @Absent(means = Meaning.NOT_ASKED, pointer = "/question/activity") @Nullable String activity,

        @Of(Domain.DELIVERY) @Absent(means = Meaning.NOT_ASKED, pointer = "/question/delivery") @Nullable String delivery,

        @NumberRange(most = 100_000) int quantity,

        @NumberRange(most = 100_000, decimals = 2)
        @Absent(means = Meaning.NOT_ASKED, pointer = "/question/personDays")
        @Nullable BigDecimal personDays,

        @NumberRange(most = 36_500) @Absent(means = Meaning.UNKNOWN, pointer = "/question/requestedStart") @Nullable Integer leadDays)
        implements Fact {}
