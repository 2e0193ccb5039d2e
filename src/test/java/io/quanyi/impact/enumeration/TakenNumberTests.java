package io.quanyi.impact.enumeration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.SmallProgramme;
import io.quanyi.impact.dimension.ServiceComparison;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that a rule takes from the request into an outcome: every request has a combination, and changes as it does. */
@Tag("slow")
class TakenNumberTests {

    private static final LocalDate DAY = AnswerEnumerationTests.AT.toLocalDate();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FreeRemoteSupport($n : limit) | new Quota($n, 'time', 'contract') | new Quota(3, 'time', 'contract')",
                "FreeRemoteSupport($n : limit) | new Quota($n, 'time', 'service-year') | new Quota($n, 'time', 'contract')",
                "FreeRemoteSupport($n : limit) | new Quota($n, 'time', 'pack') | new Quota(4, 'time', 'service-year')",
                "FreeRemoteSupport($n : limit) | new Quota($n, 'person-day', 'contract') | new Quota(2.5, 'person-day', 'contract')",
                "FreeRemoteSupport($n : limit) | new EachLimit($n, 'person-day') | new EachLimit(2.5, 'person-day')",
                "FreeRemoteSupport($n : limit) | new EachLimit($n, 'time') | new EachLimit(2, 'time')",
                "FreeRemoteSupport($n : limit) | new Charge($n, $n, 'CNY', 'incident', false) | new Charge(5, 5, 'CNY', 'incident', false)",
                "FreeRemoteSupport($n : limit) | new ChargeShare($n, $n, 'contract-amount', 'year', false) | new ChargeShare(2, 2, 'contract-amount', 'year', false)",
                "Question($n : quantity) | new LeadTime($n) | new LeadTime(3)",
                "Question($n : quantity) | new GroupLimit($n) | new GroupLimit(3)",
                "Question() | new Quota(2, 'person-day', 'service-year') | new Quota(2, 'person-day', 'contract')",
                "Question() | new Quota(2, 'person-day', 'contract') | new Quota(2, 'person-day', 'pack')",
                "Question() | new Quota(2, 'time', 'service-year') | new Quota(3, 'time', 'pack')",
            })
    void everyRequestChangesAsItsCombinationDoes(String when, String then, String other) {
        ServiceComparison comparison = new ServiceComparison(
                release(when, then),
                release(other.contains("$") ? when : "Question()", other),
                "support",
                AnswerEnumerationTests.AT);
        CombinationCheck check = new CombinationCheck(comparison);
        Random random = new Random(1);
        int changed = 0;
        for (int n = 0; n < 1_500; n++) {
            changed += check.isChanged(request(random)) ? 1 : 0;
        }
        assertThat(changed).isPositive();
    }

    private static ProgrammeRelease release(String when, String then) {
        return SmallProgramme.of(List.of(
                        SmallProgramme.rule("S-1", "Question(service == 'support')", "new Granted()"),
                        SmallProgramme.rule("S-2", "Question(service == 'support')", "new Payable('available-at-fee')"),
                        SmallProgramme.rule(
                                "S-3",
                                when.startsWith("Question(")
                                        ? when.replace(
                                                "Question(",
                                                "Question(service == 'support'" + (when.contains("$") ? ", " : ""))
                                        : "Question(service == 'support') " + when,
                                then),
                        SmallProgramme.rule(
                                "S-4",
                                "Question(service == 'support')",
                                then.startsWith("new EachLimit")
                                        ? "new Quota(5, 'time', 'contract')"
                                        : "new Seat('dedicated')")))
                .release()
                .orElseThrow();
    }

    /** A random request with small numbers, over all members that a limit is compared with. */
    private static DecisionRequest request(Random random) {
        RequestBuilder builder = RequestBuilder.of("little", "basic", "support", AnswerEnumerationTests.AT);
        LocalDate start = maybe(random) ? DAY.minusDays(random.nextInt(900) - 20) : null;
        builder.serviceStart(start);
        builder.freeRemoteSupportLimit(maybe(random) ? random.nextInt(9) : null);
        builder.quantity(maybe(random) ? 1 + random.nextInt(8) : null);
        builder.personDays(maybe(random) ? days(random) : null);
        builder.imGroupMembers(maybe(random) ? random.nextInt(8) : null);
        builder.requestedStart(maybe(random) ? DAY.plusDays(random.nextInt(9)) : null);
        List<Usage> usage = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            usage.add(new Usage(
                    "support",
                    DAY.minusDays(random.nextBoolean() ? 0 : random.nextInt(1200)),
                    maybe(random) ? random.nextInt(4) : null,
                    random.nextInt(4) > 0 ? days(random) : null));
        }
        builder.usage(random.nextInt(8) > 0 ? usage : null);
        return builder.request();
    }

    private static BigDecimal days(Random random) {
        return BigDecimal.valueOf(random.nextInt(14)).movePointLeft(random.nextInt(2));
    }

    private static boolean maybe(Random random) {
        return random.nextInt(3) > 0;
    }
}
