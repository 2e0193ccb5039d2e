package io.quanyi.facts;

import io.quanyi.facts.Absent.Meaning;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The question of a request, as rules see it: the requested service and its circumstances.
 *
 * @param service the requested service
 * @param channel the channel by which the customer contacts the vendor
 * @param topic the kind of issue
 * @param severity the severity of the issue, as classified by the caller
 * @param activity the requested part of the service
 * @param delivery the requested way of delivery
 * @param quantity the requested number, at least 1
 * @param personDays the requested number of person-days
 * @param leadDays the calendar days from the instant of the question to the requested start, in the zone of the programme
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
