package io.quanyi.impact.enumeration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.SmallProgramme;
import io.quanyi.impact.dimension.ServiceComparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First purchases whose term is over, runs, has no stated end or has not begun, together with every kind of service period. */
@Tag("slow")
class FirstTermTests {

    private static final LocalDate DAY = AnswerEnumerationTests.AT.toLocalDate();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FirstTerm(over == true)",
                "FirstTerm(over == false)",
                "FirstTerm(year == 1, over == false)",
                "FirstTerm(year > 1)",
                "FirstTerm(year < 1)",
                "FirstTerm(year != 2)\n    Period(state == 'before')",
                "FirstTerm(over == true)\n    Period(year > 1)"
            })
    void everyRequestChangesAsItsCombinationDoes(String condition) {
        CombinationCheck check = new CombinationCheck(new ServiceComparison(
                SmallProgramme.of(rules("")).release().orElseThrow(),
                SmallProgramme.of(rules("\n    " + condition)).release().orElseThrow(),
                "support",
                AnswerEnumerationTests.AT));
        int changed = 0;
        for (FirstPurchase first : purchases()) {
            for (LocalDate start : days(-800, -1, 0, 1, 9)) {
                for (LocalDate end : days(-1, 0, 400)) {
                    RequestBuilder builder = RequestBuilder.of("little", "basic", "support", AnswerEnumerationTests.AT);
                    builder.serviceStart(start);
                    builder.serviceEnd(end);
                    builder.firstPurchase(first);
                    changed += check.isChanged(builder.request()) ? 1 : 0;
                }
            }
        }
        assertThat(changed).isPositive();
    }

    private static List<String> rules(String condition) {
        String asked = "Question(service == 'support')";
        return List.of(
                SmallProgramme.rule("S-1", asked + condition, "new Granted()"),
                SmallProgramme.rule("S-2", asked, "new Seat('dedicated')"));
    }

    private static List<@Nullable FirstPurchase> purchases() {
        List<@Nullable FirstPurchase> all = new ArrayList<>();
        all.add(null);
        for (int begin : List.of(-1200, -500, -365, 0, 1, 9)) {
            for (LocalDate end : days(Math.max(begin, -1), Math.max(begin, 0), 500)) {
                all.add(new FirstPurchase(null, DAY.plusDays(begin), end));
            }
        }
        return all;
    }

    private static List<@Nullable LocalDate> days(int... offsets) {
        List<@Nullable LocalDate> days = new ArrayList<>();
        days.add(null);
        for (int offset : offsets) {
            days.add(DAY.plusDays(offset));
        }
        return days;
    }
}
