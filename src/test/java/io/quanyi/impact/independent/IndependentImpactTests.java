package io.quanyi.impact.independent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.impact.independent.EditChoice.ReadEdit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds requests that are made without knowledge of how impact is derived against the impact of edits of the shipped programmes. With
 * {@code -Dimpact.requests=1000000} as many requests are held against an edit of each kind, with {@code -Dimpact.every=8} of each eighth
 * kind, and the result is printed as a table; {@code -Dimpact.only=Quota} chooses the kinds whose names contain a word.
 */
@Tag("slow")
class IndependentImpactTests {

    private static final int FEW = 3_000;
    private static final int REQUESTS = Integer.getInteger("impact.requests", FEW);
    private static final int EVERY = Integer.getInteger("impact.every", REQUESTS > FEW ? 1 : 32);
    private static final long SEED = Long.getLong("impact.seed", 1);
    private static final Set<OpenFamily> OPEN = EnumSet.allOf(OpenFamily.class);
    private static final String ONLY = System.getProperty("impact.only", "");
    private static final List<EditChoice> ALL = EditChoice.all(SEED);

    @Test
    void everyMemberOfARequestIsMade() {
        ReadEdit edit = ALL.get(0).read(1).findFirst().orElseThrow();
        assertThat(new TriedValues(edit.edit(), edit.before(), edit.after()).members())
                .isEqualTo(RequestMaker.leaves().keySet());
    }

    @Test
    void editsOfEveryKindAreMade() {
        Set<String> kinds = ALL.stream()
                .flatMap(choice -> choice.edits().stream())
                .map(ProgrammeEdit::kind)
                .collect(Collectors.toSet());
        assertThat(kinds)
                .contains("rule removed", "rule added", "pair of edits", "text: rule \"", "text: //")
                .contains(
                        "condition on Period.state",
                        "condition on Question.leadDays",
                        "condition on ContractTerm.effect")
                .contains("outcome number of Quota", "outcome Quota.1", "outcome word workingHours(", "outcome Hours.0")
                .contains("plans: outcome Plan.0", "period: condition on Period.state", "catalogue openings added");
    }

    @Test
    void everyChangedAnswerIsSaidAndNoOther() {
        CheckTable table = new CheckTable();
        List<String> faults = new ArrayList<>();
        List<EditChoice> named =
                ALL.stream().filter(choice -> choice.name().contains(ONLY)).toList();
        List<EditChoice> chosen = IntStream.range(0, named.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(named::get)
                .toList();
        for (EditChoice choice : chosen) {
            choice.read(1).forEach(edit -> {
                ImpactChecker checker = new ImpactChecker(edit, OPEN, new Random(SEED));
                CheckResult result = checker.check(REQUESTS / chosen.size());
                table.add(result);
                if (Boolean.getBoolean("impact.trace")) {
                    System.out.println(result);
                }
                faults.addAll(result.shown());
                assertThat(checker.isSilent() || !edit.edit().isText())
                        .as("%s", edit.edit())
                        .isTrue();
            });
        }
        if (System.getProperty("impact.requests") != null) {
            System.out.println(table);
        }
        assertThat(faults).isEmpty();
    }
}
