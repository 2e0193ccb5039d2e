package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Response;
import io.quanyi.impact.RandomProgramme;
import io.quanyi.impact.RandomTerms;
import io.quanyi.impact.ServiceSurvey;
import io.quanyi.impact.SmallProgramme;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.work.Cancellation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds random requests against the findings of a check of random programmes: what a finding excludes no request shows, what a request shows
 * is found, and the examples are as the findings say. {@code -Dsound.programmes=1000} checks more programmes and prints the counts.
 */
@Tag("slow")
class RandomSoundnessTests {

    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");
    private static final int PROGRAMMES = Integer.getInteger("sound.programmes", 8);
    private static final int REQUESTS = Integer.getInteger("sound.requests", 150);
    private static final long SEED = Long.getLong("sound.seed", 1);
    private static final int MAX_RULES = 6;
    private static final String SERVICE = "support";
    private static final String NOT = "not ";
    private static final String GRANTED =
            SmallProgramme.rule("S-0", "Question(service == 'support') Plan(id == 'basic')", "new Granted()");

    /** The plans of a small programme with those that each contains. */
    private static final Map<String, List<String>> CONTAINED =
            Map.of("basic", List.of(), "preferred", List.of("basic"), "exclusive", List.of("preferred", "basic"));

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void whatACheckFindsIsSoAndWhatItDoesNotFindIsShownByNoRequest() {
        for (int i = 0; i < PROGRAMMES; i++) {
            Random random = new Random(SEED + i);
            List<String> rules =
                    new ArrayList<>(new RandomProgramme(random).first().rules());
            if (rules.size() <= MAX_RULES) {
                if (i % 3 > 0) {
                    rules.set(0, GRANTED);
                    rules.add(loss(random));
                }
                int number = i;
                SmallProgramme.of(rules).release().ifPresent(release -> check(release, random, SEED + number));
            }
        }
        if (System.getProperty("sound.programmes") != null) {
            System.out.println(counts + ", " + faults.size() + " faults");
            faults.stream().limit(8).forEach(System.out::println);
        }
        assertThat(counts).containsKeys("plan-loses", "target-missing", "service-undecided", "plan-undecided");
        assertThat(faults).isEmpty();
    }

    /** A rule by which the highest plan may lose what a plan below has. */
    private static String loss(Random random) {
        List<String> conditions =
                List.of("", "Product(id == 'alpha')", "Deployment(value == 'on-premise')", "Period(year > 1)");
        List<String> outcomes = List.of("new Denied('out-of-scope')", "new Quota(1, 'time', 'contract')");
        return SmallProgramme.rule(
                "L-1",
                "Question(service == 'support') Plan(id == 'exclusive') " + conditions.get(random.nextInt(4)),
                outcomes.get(random.nextInt(2)));
    }

    private void check(ProgrammeRelease release, Random random, long seed) {
        Set<String> found = found(release);
        if (found.contains("answers-not-compared " + SERVICE)) {
            return;
        }
        count("programmes");
        found.forEach(finding -> count(finding.substring(0, finding.indexOf(' '))));
        examples(release, found);
        for (int i = 0; i < REQUESTS; i++) {
            DecisionRequest request = RandomTerms.request(random);
            count("requests");
            Set<String> shown = shown(release, request);
            shown.stream()
                    .filter(one ->
                            one.startsWith(NOT) ? found.contains(one.substring(NOT.length())) : !found.contains(one))
                    .filter(one -> one.startsWith(NOT) || !hasTerms(request))
                    .forEach(one -> faults.add("%d %s%n    %s".formatted(seed, one, request)));
        }
    }

    /** Whether a contract has terms of its own, of which a check says only what excludes all rules. */
    private static boolean hasTerms(DecisionRequest request) {
        Contract contract = request.subscription().contract();
        return contract != null && contract.terms() != null && !contract.terms().isEmpty();
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** The findings of a check, each as its code and the ids of what it is about. */
    private static Set<String> found(ProgrammeRelease release) {
        Faults losses = new Faults();
        SoundnessCheck.Remarks remarks = SoundnessCheck.check(release, AT, Cancellation.never(), losses);
        return Stream.of(losses.sorted(), remarks.remarks(), remarks.notCompared())
                .flatMap(List::stream)
                .map(RandomSoundnessTests::shown)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(Fault fault) {
        List<String> ids = fault.arguments().stream().map(String::valueOf).toList();
        return fault.code().equals("plan-loses")
                ? "plan-loses %s %s".formatted(ids.get(0), ids.get(2))
                : fault.code() + " " + ids.stream().findFirst().orElse("");
    }

    /** The findings that the answer to a request shows; after {@link #NOT}, those that it shows to be false. */
    private static Set<String> shown(ProgrammeRelease release, DecisionRequest request) {
        Set<String> shown = new TreeSet<>();
        Decision decision = ReleaseAnswer.of(request, release, AT).decision();
        if (decision == null) {
            return shown;
        }
        String plan = request.subscription().plan();
        if (decision.reasons().stream().map(Decision.Reason::rule).anyMatch(Objects::nonNull)) {
            shown.add(NOT + "service-undecided " + SERVICE);
            shown.add(NOT + "plan-undecided " + plan);
        }
        if (lacksTime(decision)
                && release.policy().outlines(SERVICE).stream().anyMatch(rule -> rule.states(Response.class))) {
            shown.add("target-missing " + SERVICE);
        }
        CONTAINED.forEach((above, contained) -> {
            if (contained.contains(plan) && isLost(release, request, plan, above)) {
                shown.add("plan-loses %s %s".formatted(above, plan));
            }
        });
        return shown;
    }

    private static boolean lacksTime(@Nullable Decision decision) {
        return decision != null
                && decision.outcome() == Result.ENTITLED
                && decision.response() == null
                && decision.reasons().stream()
                        .noneMatch(reason -> reason.code().equals(ReasonCode.GRANTED_BY_CONTRACT.code()));
    }

    @Test
    void aLossThatOnlyOwnTermsShowIsNoFault() {
        ProgrammeRelease release = SmallProgramme.of(List.of(
                        GRANTED,
                        SmallProgramme.rule("S-1", "Question(service == 'support')", "new Quota(3, 'time', 'pack')"),
                        SmallProgramme.rule(
                                "S-2",
                                "Question(service == 'support', quantity > 3) Plan(id == 'exclusive')",
                                "new Denied('out-of-scope')")))
                .release()
                .orElseThrow();
        DecisionRequest beyond = RequestBuilder.of("little", "basic", SERVICE, AT.atOffset(ZoneOffset.ofHours(8)))
                .usage(List.of())
                .quantity(4)
                .request();
        assertThat(isLost(release, beyond, "preferred", "exclusive")).isFalse();
        AgreedTerm quota = new AgreedTerm(
                SERVICE, "quota", null, null, BigDecimal.TEN, "time", null, null, null, null, null, "pack");
        DecisionRequest agreed =
                RequestBuilder.from(beyond).terms(List.of(quota)).request();
        assertThat(isLost(release, agreed, "preferred", "exclusive")).isTrue();
        assertThat(found(release)).noneMatch(finding -> finding.startsWith("plan-loses"));
    }

    private static boolean isLost(ProgrammeRelease release, DecisionRequest request, String below, String above) {
        Decision one = withPlan(release, request, below);
        Decision other = withPlan(release, request, above);
        return one != null && other != null && one.outcome() == Result.ENTITLED && other.outcome() != Result.ENTITLED;
    }

    private static @Nullable Decision withPlan(ProgrammeRelease release, DecisionRequest request, String plan) {
        return ReleaseAnswer.of(RequestBuilder.from(request).plan(plan).request(), release, AT)
                .decision();
    }

    /** Decides the example of each finding that has one. */
    private void examples(ProgrammeRelease release, Set<String> found) {
        ServiceSurvey survey = ServiceSurvey.of(release, SERVICE, AT, WorkBudget.ofVerdict(Cancellation.never()));
        CONTAINED.forEach((above, contained) -> contained.forEach(below -> {
            DecisionRequest example = survey.lost(below, above, decision -> false);
            assertThat(found.contains("plan-loses %s %s".formatted(above, below)))
                    .isEqualTo(example != null);
            assertThat(example == null || isLost(release, example, below, above))
                    .isTrue();
        }));
        DecisionRequest example = survey.first(RandomSoundnessTests::lacksTime);
        assertThat(example == null
                        || lacksTime(ReleaseAnswer.of(example, release, AT).decision()))
                .isTrue();
    }
}
