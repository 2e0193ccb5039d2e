package io.quanyi.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.Impact;
import io.quanyi.impact.RandomProgramme;
import io.quanyi.impact.RandomTerms;
import io.quanyi.impact.SmallProgramme;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mutation that no case could detect is shown by no request, whatever terms the contract has. */
@Tag("slow")
class UndetectableMutationTests {

    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");
    private static final int PROGRAMMES = Integer.getInteger("mutated.programmes", 3);
    private static final int MAX_RULES = 5;
    private static final int REQUESTS = Integer.getInteger("mutation.requests", 100);
    private static final long SEED = Long.getLong("mutation.seed", 1);

    @Test
    void noRandomRequestShowsAMutationOfARandomProgramme() {
        List<String> shown = new ArrayList<>();
        int undetectable = 0;
        for (int i = 0; i < PROGRAMMES; i++) {
            Random random = new Random(SEED + i);
            SmallProgramme programme = new RandomProgramme(random).first();
            ProgrammeRelease release = programme.rules().size() > MAX_RULES
                    ? null
                    : programme.release().orElse(null);
            if (release == null) {
                continue;
            }
            for (PolicyMutation mutation : mutations(release)) {
                ProgrammeRelease other = release.withPolicy(mutation.policy());
                if (!isUndetectable(mutation, release, other)) {
                    continue;
                }
                undetectable++;
                DecisionRequest request = differing(release, other, random);
                if (request != null) {
                    shown.add((SEED + i) + " " + mutation + "\n" + request + "\n"
                            + ReleaseAnswer.of(request, release, AT).elements() + "\n"
                            + ReleaseAnswer.of(request, other, AT).elements());
                }
            }
        }
        if (System.getProperty("mutated.programmes") != null) {
            System.out.println(undetectable + " undetectable, shown " + shown.size());
            shown.forEach(System.out::println);
        }
        assertThat(undetectable).isPositive();
        assertThat(shown).isEmpty();
    }

    private static final String GRANTED = rule("S-0", "Question(service == 'support')", "new Granted()");

    private static String rule(String id, String when, String then) {
        return SmallProgramme.rule(id, when, then);
    }

    /** The status of the mutation that drops a rule, where there are no cases; each but an equivalent one has an example. */
    private static MutationStatus dropped(String id, String catalogue, String... rules) {
        ProgrammeRelease release =
                new SmallProgramme(catalogue, List.of(rules)).release().orElseThrow();
        MutationResult result = MutationResults.of(release, List.of(), AT, (done, of) -> {}).all().stream()
                .filter(one -> one.kind() == MutationKind.RULE_DROPPED
                        && one.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
        return result.status();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        new Quota(3, 'time', 'pack') | quantity > 3    | SURVIVED
        new Quota(3, 'time', 'pack') | quantity < 0    | EQUIVALENT
        new Channel('phone')         | channel == 'im' | SURVIVED
        """)
    void aRuleThatOnlyOwnTermsShowCanBeDetected(String limit, String asked, MutationStatus status) {
        String limits = rule("S-1", "Question(service == 'support')", limit);
        String hours = rule("S-2", "Question(service == 'support', " + asked + ")", "new Hours('7x12')");
        assertThat(dropped("S-2", SmallProgramme.CATALOGUE, GRANTED, limits, hours))
                .isEqualTo(status);
    }

    @Test
    void aRuleThatOnlyOpeningsShowCanBeDetected() {
        String closed = SmallProgramme.CATALOGUE.replace("openings:\n  - { service: support, product: alpha }\n", "");
        String hours = ofOpening("S-1", "new Hours('7x12')");
        String seat = ofOpening("S-2", "new Seat('dedicated')");
        assertThat(dropped("S-1", SmallProgramme.CATALOGUE, GRANTED, hours, seat))
                .isEqualTo(MutationStatus.SURVIVED);
        assertThat(dropped("S-1", closed, GRANTED, hours, seat)).isEqualTo(MutationStatus.SURVIVED);
        String again = ofOpening("S-3", "new Hours('7x12')");
        assertThat(dropped("S-1", closed, GRANTED, hours, seat, again)).isEqualTo(MutationStatus.EQUIVALENT);
    }

    private static String ofOpening(String id, String then) {
        return rule(
                id, "Question(service == 'support') Product(id == 'alpha') exists Opening(service == 'support')", then);
    }

    private static boolean isUndetectable(PolicyMutation mutation, ProgrammeRelease release, ProgrammeRelease other) {
        try {
            return !Impact.differs(release, other, mutation.services(), AT);
        } catch (TooManyCombinations e) {
            return false;
        }
    }

    private static List<PolicyMutation> mutations(ProgrammeRelease release) {
        return PolicyMutations.of(CompiledPolicy.of(release)).all();
    }

    private static @Nullable DecisionRequest differing(
            ProgrammeRelease release, ProgrammeRelease other, Random random) {
        for (int i = 0; i < REQUESTS; i++) {
            DecisionRequest request = RandomTerms.request(random);
            if (ReleaseAnswer.differ(ReleaseAnswer.of(request, release, AT), ReleaseAnswer.of(request, other, AT))) {
                return request;
            }
        }
        return null;
    }
}
