package io.quanyi.impact.independent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Plan;
import io.quanyi.impact.independent.EditChoice.ReadEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds requests that are made without knowledge of how impact is derived against the impact of edits of the shipped programmes. With
 * {@code -Dimpact.requests=1000000} as many requests are held against an edit of each kind, with {@code -Dimpact.every=8} of each eighth
 * kind; {@code -Dimpact.only=Quota} chooses the kinds whose names contain a word, and {@code -Dimpact.minutes=30} begins no further edit
 * after that time. Each result is printed when it is there, and all of them at the end as a table.
 */
@Tag("slow")
class IndependentImpactTests {

    private static final int FEW = 1_000;
    private static final int REQUESTS = Integer.getInteger("impact.requests", FEW);
    private static final int EVERY = Integer.getInteger("impact.every", REQUESTS > FEW ? 1 : 66);
    private static final long SEED = Long.getLong("impact.seed", 1);
    private static final boolean IS_BY_HAND = System.getProperty("impact.requests") != null;
    private static final Duration MAX_TIME = Duration.ofMinutes(Long.getLong("impact.minutes", 10_000));
    private static final String ONLY = System.getProperty("impact.only", "");

    @Test
    void everyMemberOfARequestIsMade() {
        ReadEdit edit = EditChoice.ALL.get(0).read(1).findFirst().orElseThrow();
        assertThat(new TriedValues(edit.edit(), edit.before(), edit.after()).members())
                .isEqualTo(RequestMaker.leaves().keySet());
    }

    @Test
    void editsOfEveryKindAreMade() {
        assertThat(kinds())
                .contains("rule removed", "pair of edits", "text: rule \"", "text: //")
                .contains("rule added: Quota from a fact", "rule added: LeadTime from a fact")
                .contains("outcome number of Quota", "outcome Quota.1", "outcome word workingHours(", "outcome Hours.0")
                .contains("plans: outcome Plan.0", "period: condition on Period.state", "catalogue openings added")
                .contains("catalogue measures added");
    }

    @Test
    void everyFactGetsAConditionAndEveryOutcomeIsStatedByARule() {
        assertThat(kinds())
                .containsAll(types(Outcome.class)
                        .filter(outcome -> outcome != Plan.class)
                        .map(outcome -> "rule added: " + outcome.getSimpleName())
                        .toList());
        Stream<String> fields = types(Fact.class)
                .flatMap(fact -> Stream.of(fact.getRecordComponents())
                        .map(field -> fact.getSimpleName() + "." + field.getName()));
        assertThat(fields.filter(field -> !field.equals("Question.service")))
                .allSatisfy(field -> assertThat(kinds())
                        .as(field)
                        .anyMatch(kind -> kind.startsWith("condition on ") && kind.endsWith(" " + field)));
    }

    /** The records of a sealed interface. */
    private static Stream<Class<?>> types(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(one -> types(one));
    }

    private static Set<String> kinds() {
        return EditChoice.ALL.stream()
                .flatMap(choice -> choice.edits().stream())
                .map(ProgrammeEdit::kind)
                .collect(Collectors.toSet());
    }

    @Test
    void everyChangedAnswerIsSaidAndNoOther() {
        CheckTable table = new CheckTable();
        List<String> faults = new ArrayList<>();
        List<EditChoice> chosen = chosen();
        Instant begin = Instant.now();
        for (int i = 0; i < chosen.size() && begin.plus(MAX_TIME).isAfter(Instant.now()); i++) {
            String place = "%d of %d: ".formatted(i + 1, chosen.size());
            chosen.get(i).read(1).forEach(edit -> {
                ImpactChecker checker = new ImpactChecker(edit, new Random(SEED));
                CheckResult result = checker.check(REQUESTS / chosen.size());
                table.add(result);
                print(place + result);
                faults.addAll(result.shown());
                assertThat(checker.isSilent() || !edit.edit().isText())
                        .as("%s", edit.edit())
                        .isTrue();
            });
        }
        print(table);
        assertThat(faults).isEmpty();
    }

    /** Every so many of the named choices, in a random order, so that those before the end of the time are of all programmes. */
    private static List<EditChoice> chosen() {
        List<EditChoice> named = EditChoice.ALL.stream()
                .filter(choice -> choice.name().contains(ONLY))
                .toList();
        List<EditChoice> chosen = new ArrayList<>(IntStream.range(0, named.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(named::get)
                .toList());
        Collections.shuffle(chosen, new Random(SEED));
        return chosen;
    }

    /** Prints to whoever started a form by hand. */
    private static void print(Object line) {
        if (IS_BY_HAND) {
            System.out.println(line);
        }
    }
}
