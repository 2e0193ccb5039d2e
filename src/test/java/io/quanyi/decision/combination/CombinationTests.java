package io.quanyi.decision.combination;

import static io.quanyi.decision.answer.ReasonCode.Kind.CONTRACT_GRANT;
import static io.quanyi.decision.answer.ReasonCode.Kind.EXCLUSION;
import static io.quanyi.decision.answer.ReasonCode.Kind.GRANT;
import static io.quanyi.decision.answer.ReasonCode.Kind.QUOTA;
import static io.quanyi.decision.answer.ReasonCode.Kind.REFERRAL;
import static io.quanyi.decision.answer.ReasonCode.Kind.SALE;
import static io.quanyi.decision.answer.ReasonCode.Kind.SCOPE;
import static io.quanyi.decision.answer.ReasonCode.Kind.USE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.ReasonCode.Kind;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Payable;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Response;
import io.quanyi.facts.Seat;
import io.quanyi.facts.Undetermined;
import io.quanyi.facts.Verdict;
import io.quanyi.servicetime.Target;
import io.quanyi.source.Position;
import io.quanyi.text.TranslatedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The norms by which findings become an outcome, each asked of every set of representative findings that there is. */
class CombinationTests {

    private static final int NEAR = 0;
    private static final int FAR = 1;

    private static final Finding GRANT_NEAR = said("G-0", new Granted(), NEAR);
    private static final Finding GRANT_FAR = said("G-1", new Granted(), FAR);
    private static final Finding GRANT_BY_CONTRACT = agreed(new Granted());
    private static final Finding EXCLUDED = agreed(new Denied("excluded-by-contract"));
    private static final Finding QUOTA_TERM = said("Q-0", new Quota(2, "time", "service-year"), NEAR);
    private static final RuleReason USED_UP = new RuleReason(ReasonCode.QUOTA_EXHAUSTED, info("Q-0"));

    /** One finding of each kind, from the customer's own plan, from a plan it contains, and from the contract. */
    private static final List<Finding> REPRESENTATIVES = List.of(
            EXCLUDED,
            said("U-0", new Denied("outside-service-period"), NEAR),
            said("U-9", new Denied("requester-not-certified"), Finding.PROGRAMME),
            GRANT_BY_CONTRACT,
            said("S-0", new Denied("out-of-scope"), NEAR),
            said("S-1", new Denied("region-not-covered"), FAR),
            said("R-0", new Undetermined("refer-to-contract"), NEAR),
            said("R-9", new Undetermined("refer-to-contract"), Finding.PROGRAMME),
            said("P-0", new Payable("available-at-fee"), NEAR),
            said("P-9", new Payable("needs-purchase"), Finding.PROGRAMME),
            GRANT_NEAR,
            GRANT_FAR,
            QUOTA_TERM,
            said("T-1", new Response(Target.workingDays(1), "5x8"), FAR),
            agreed(new Response(Target.workingHours(2))));

    private static final Map<Kind, Finding> BY_KIND = Map.of(
            EXCLUSION, EXCLUDED,
            USE, said("U-0", new Denied("outside-service-period"), NEAR),
            CONTRACT_GRANT, GRANT_BY_CONTRACT,
            SCOPE, said("S-0", new Denied("out-of-scope"), NEAR),
            REFERRAL, said("R-0", new Undetermined("refer-to-contract"), NEAR),
            SALE, said("P-0", new Payable("available-at-fee"), NEAR),
            GRANT, GRANT_NEAR);

    private static final List<Kind> STRONGEST_FIRST =
            List.of(EXCLUSION, USE, CONTRACT_GRANT, SCOPE, REFERRAL, SALE, GRANT);

    /** The reference lists the kinds in this order. A use and a quota decide together. */
    @Test
    void theKindsAreDeclaredStrongestFirst() {
        assertThat(Kind.values()).filteredOn(kind -> kind != QUOTA).containsExactlyElementsOf(STRONGEST_FIRST);
        assertThat(Kind.values()).containsSubsequence(USE, QUOTA, CONTRACT_GRANT);
    }

    @Test
    void withoutAnyReasonTheAnswerIsNo() {
        Combination nothing = Combination.of(List.of(), List.of());

        assertThat(nothing.result()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(nothing.reasons()).containsExactly(new RuleReason(ReasonCode.NOT_IN_PLAN, null));
    }

    @Test
    void everySetHasAnOutcomeWithAReason() {
        everySet(set -> {
            assertThat(set.combined().result()).isNotNull();
            assertThat(set.combined().reasons()).isNotEmpty();
        });
    }

    /** Explanations name the rule of each reason, and the status of every finding. */
    @Tag("slow")
    @Test
    void exactlyTheVerdictsThatAreReasonsCount() {
        everySet(set -> {
            Combination combined = set.combined();
            List<WeighedFinding> weighed = combined.weighed(set.findings());

            assertThat(weighed).extracting(WeighedFinding::finding).containsExactlyInAnyOrderElementsOf(set.findings());
            assertThat(weighed)
                    .filteredOn(one -> one.finding().outcome() instanceof Verdict)
                    .allMatch(one -> one.status().counts() == (one.reason() != null))
                    .allMatch(one -> one.reason() == null
                            || combined.reasons()
                                    .contains(new RuleReason(
                                            one.reason(), one.finding().rule())));
        });
    }

    @Test
    void onlyAGrantGrants() {
        everySet(set -> {
            if (set.combined().result() == Result.ENTITLED) {
                assertThat(set.findings()).anyMatch(finding -> finding.outcome() instanceof Granted);
            }
        });
    }

    @Test
    void denialTrumpsGrant() {
        everySet(set -> {
            boolean denied = set.has(USE) || set.has(QUOTA) || set.has(EXCLUSION);
            boolean outOfScope = set.has(SCOPE) && !set.has(CONTRACT_GRANT);
            if (denied || outOfScope) {
                assertThat(set.combined().result()).isNotEqualTo(Result.ENTITLED);
            }
        });
    }

    @Test
    void exclusionByContractIsStrongest() {
        everySet(set -> {
            if (set.has(EXCLUSION)) {
                assertThat(set.combined().result()).isEqualTo(Result.NOT_ENTITLED);
                assertThat(set.combined().reasons())
                        .containsExactly(new RuleReason(ReasonCode.EXCLUDED_BY_CONTRACT, null));
            }
        });
    }

    @Test
    void addingAGrantNeverRemovesOne() {
        everySet(set -> {
            if (set.combined().result() == Result.ENTITLED) {
                for (Finding grant : List.of(GRANT_NEAR, GRANT_FAR, GRANT_BY_CONTRACT)) {
                    assertThat(set.plus(grant).combined().result()).isEqualTo(Result.ENTITLED);
                }
            }
        });
    }

    @Test
    void addingADenialNeverGrants() {
        everySet(set -> {
            if (set.combined().result() != Result.ENTITLED) {
                for (Kind denial : List.of(EXCLUSION, USE, SCOPE)) {
                    Combination denied =
                            set.plus(requireNonNull(BY_KIND.get(denial))).combined();
                    assertThat(denied.result()).isNotEqualTo(Result.ENTITLED);
                }
            }
        });
    }

    @Test
    void everyGroundGivenIsOneThatWasSaid() {
        everySet(set -> {
            List<RuleReason> reasons = set.combined().reasons();
            if (!reasons.equals(List.of(new RuleReason(ReasonCode.NOT_IN_PLAN, null)))) {
                assertThat(set.kinds())
                        .containsAll(reasons.stream()
                                .map(reason -> reason.code().kind())
                                .toList());
            }
        });
    }

    @Test
    void theOutcomeIsThatOfTheStrongestKind() {
        everySet(set -> {
            Combination combined = set.combined();
            assertThat(combined.result()).as("%s", set).isEqualTo(set.expected());
        });
    }

    @Test
    void orderAndDuplicatesAreIrrelevant() {
        Random random = new Random(20261121);
        for (int i = 0; i < 2_000; i++) {
            int bits = random.nextInt(1 << REPRESENTATIVES.size());
            FindingSet set = new FindingSet(subset(bits), random.nextBoolean() ? List.of(USED_UP) : List.of());
            List<Finding> shuffled = new ArrayList<>(set.findings());
            shuffled.addAll(
                    set.findings().subList(0, random.nextInt(set.findings().size() + 1)));
            Collections.shuffle(shuffled, random);

            Combination other = Combination.of(shuffled, set.limits());

            assertThat(other.result()).isEqualTo(set.combined().result());
            assertThat(other.reasons()).isEqualTo(set.combined().reasons());
            assertThat(other.nearest(Response.class)).isEqualTo(set.combined().nearest(Response.class));
            assertThat(other.grantDistance()).isEqualTo(set.combined().grantDistance());
        }
    }

    static Stream<Arguments> pairs() {
        return STRONGEST_FIRST.stream()
                .flatMap(strong -> STRONGEST_FIRST.stream()
                        .filter(weak -> STRONGEST_FIRST.indexOf(weak) > STRONGEST_FIRST.indexOf(strong))
                        .map(weak -> Arguments.of(strong, weak)));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("pairs")
    void theStrongerKindDecidesWhateverTheOrder(Kind strong, Kind weak) {
        Finding stronger = requireNonNull(BY_KIND.get(strong));
        Finding weaker = requireNonNull(BY_KIND.get(weak));
        List<RuleReason> alone = Combination.of(List.of(stronger), List.of()).reasons();

        assertThat(Combination.of(List.of(stronger, weaker), List.of()).reasons())
                .isEqualTo(alone);
        assertThat(Combination.of(List.of(weaker, stronger), List.of()).reasons())
                .isEqualTo(alone);
    }

    @Test
    void aUsedUpQuotaIsARefusalOfUse() {
        Combination combined = Combination.of(List.of(GRANT_NEAR, GRANT_BY_CONTRACT, QUOTA_TERM), List.of(USED_UP));

        assertThat(combined.result()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(combined.reasons()).containsExactly(USED_UP);
    }

    @Test
    void whatGoesBeyondTheQuotaIsSoldWhereItIsPayable() {
        Finding payable = said("P-0", new Payable("available-at-fee"), NEAR);

        Combination combined = Combination.of(List.of(GRANT_NEAR, QUOTA_TERM, payable), List.of(USED_UP));

        assertThat(combined.result()).isEqualTo(Result.PAYABLE);
        assertThat(codes(combined)).containsExactly("available-at-fee", "quota-exhausted");
    }

    @Test
    void whatIsPayableBeyondAQuotaMayStillNotBeUsedOutsideTheServicePeriod() {
        Finding payable = said("P-0", new Payable("available-at-fee"), NEAR);
        Finding outside = said("U-0", new Denied("outside-service-period"), NEAR);

        Combination combined = Combination.of(List.of(GRANT_NEAR, payable, outside), List.of(USED_UP));

        assertThat(combined.result()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(codes(combined)).containsExactly("outside-service-period", "quota-exhausted");
    }

    @Test
    void besideAGrantAndAQuotaPayableSpeaksOfWhatGoesBeyondTheQuota() {
        Finding payable = said("P-0", new Payable("available-at-fee"), NEAR);

        assertThat(Combination.of(List.of(GRANT_NEAR, QUOTA_TERM, payable), List.of())
                        .result())
                .isEqualTo(Result.ENTITLED);
        assertThat(Combination.of(List.of(GRANT_NEAR, payable), List.of()).result())
                .isEqualTo(Result.PAYABLE);
        assertThat(Combination.of(List.of(QUOTA_TERM, payable), List.of()).result())
                .isEqualTo(Result.PAYABLE);
    }

    @Test
    void aTermAloneGrantsNothing() {
        List<Finding> terms = List.of(
                said("T-0", new Response(Target.immediate()), NEAR),
                said("T-1", new Seat("dedicated"), NEAR),
                said("T-2", new Channel("phone"), NEAR),
                QUOTA_TERM);

        Combination combined = Combination.of(terms, List.of());

        assertThat(combined.result()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(codes(combined)).containsExactly("not-in-plan");
    }

    @Test
    void aNumberOfTheContractNeverGrants() {
        List<Finding> numbers = List.of(
                agreed(new Response(Target.workingHours(1))),
                agreed(new Quota(9, "time", "service-year")),
                agreed(new Charge(1, "CNY", "year", false)),
                agreed(new Channel("phone")));

        assertThat(Combination.of(numbers, List.of()).result()).isEqualTo(Result.NOT_ENTITLED);
    }

    @ParameterizedTest
    @MethodSource("io.quanyi.decision.answer.ReasonCode#builtIn")
    void everyCodeOfARefusalRefuses(ReasonCode code) {
        if (Set.of(USE, SCOPE, QUOTA, EXCLUSION).contains(code.kind())) {
            Combination combined = Combination.of(List.of(GRANT_NEAR), List.of(new RuleReason(code, null)));

            assertThat(combined.result()).isEqualTo(Result.NOT_ENTITLED);
            assertThat(codes(combined)).containsExactly(code.code());
        }
    }

    @Test
    void allGroundsOfTheDecidingKindAreGivenSorted() {
        Combination combined = Combination.of(
                List.of(
                        said("S-2", new Denied("region-not-covered"), FAR),
                        said("S-9", new Denied("out-of-scope"), NEAR),
                        said("S-1", new Denied("out-of-scope"), FAR),
                        GRANT_NEAR),
                List.of(new RuleReason(ReasonCode.CHANNEL_NOT_OFFERED, info("C-1"))));

        assertThat(combined.reasons())
                .containsExactly(
                        new RuleReason(ReasonCode.CHANNEL_NOT_OFFERED, info("C-1")),
                        new RuleReason(ReasonCode.OUT_OF_SCOPE, info("S-1")),
                        new RuleReason(ReasonCode.OUT_OF_SCOPE, info("S-9")),
                        new RuleReason(ReasonCode.REGION_NOT_COVERED, info("S-2")));
    }

    @Test
    void ofSeveralGrantsTheNearestAreNamed() {
        Finding equallyNear = said("G-2", new Granted(), NEAR);

        Combination combined = Combination.of(List.of(GRANT_FAR, equallyNear, GRANT_NEAR), List.of());

        assertThat(combined.reasons())
                .containsExactly(
                        new RuleReason(ReasonCode.GRANTED, info("G-0")),
                        new RuleReason(ReasonCode.GRANTED, info("G-2")));
        assertThat(combined.grantDistance()).isZero();
    }

    @Test
    void aGrantSaysHowItCameAbout() {
        Finding bought = new Finding(
                new RuleInfo("B-0", TranslatedText.only("Bought"), List.of("1"), List.of(), true, Position.NOWHERE),
                new Granted(),
                Finding.PROGRAMME,
                null);

        assertThat(codes(Combination.of(List.of(GRANT_NEAR), List.of()))).containsExactly("granted");
        assertThat(codes(Combination.of(List.of(GRANT_FAR), List.of()))).containsExactly("granted-by-inheritance");
        assertThat(codes(Combination.of(List.of(said("G-9", new Granted(), Finding.PROGRAMME)), List.of())))
                .containsExactly("granted");
        assertThat(codes(Combination.of(List.of(bought), List.of()))).containsExactly("granted-by-purchase");
        assertThat(codes(Combination.of(List.of(GRANT_BY_CONTRACT, GRANT_NEAR), List.of())))
                .containsExactly("granted-by-contract");
    }

    @Test
    void ofASingleTermTheNearestPlanCounts() {
        Finding near = said("T-0", new Response(Target.workingHours(4), "5x8"), NEAR);
        Finding far = said("T-1", new Response(Target.workingDays(1), "5x8"), FAR);
        Finding general = said("T-9", new Response(Target.workingDays(2), "5x8"), Finding.PROGRAMME);

        assertThat(nearest(near, far, general)).isEqualTo(near.outcome());
        assertThat(nearest(general, far)).isEqualTo(far.outcome());
        assertThat(nearest(general)).isEqualTo(general.outcome());
        assertThat(Combination.of(List.of(GRANT_NEAR), List.of()).nearest(Response.class))
                .isNull();
    }

    @Test
    void theContractIsNearerThanAnyPlan() {
        Finding near = said("T-0", new Response(Target.workingHours(1), "5x8"), NEAR);
        Finding agreed = agreed(new Response(Target.workingHours(8)));

        assertThat(nearest(near, agreed)).isEqualTo(agreed.outcome());
    }

    @Test
    void twoDifferentValuesAtOneDistanceAreAConflict() {
        Combination combined = Combination.of(
                List.of(
                        said("T-0", new Response(Target.workingHours(4), "5x8"), NEAR),
                        said("T-1", new Response(Target.workingHours(2), "5x8"), NEAR)),
                List.of());

        assertThatExceptionOfType(ConflictingTerms.class)
                .isThrownBy(() -> combined.nearest(Response.class))
                .withMessageContaining("T-0")
                .withMessageContaining("T-1");
    }

    @Test
    void aConflictFartherAwayThanTheNearestIsNone() {
        assertThat(nearest(
                        said("T-0", new Response(Target.workingHours(4), "5x8"), NEAR),
                        said("T-1", new Response(Target.workingHours(2), "5x8"), FAR),
                        said("T-2", new Response(Target.workingHours(3), "5x8"), FAR)))
                .isEqualTo(new Response(Target.workingHours(4), "5x8"));
    }

    @Test
    void equalValuesAtOneDistanceAgree() {
        Combination.Stated<Quota> stated = Combination.of(
                        List.of(
                                said("Q-2", new Quota(2, "time", "service-year"), NEAR),
                                said("Q-1", new Quota(2.0, "time", "service-year"), NEAR)),
                        List.of())
                .nearest(Quota.class);

        assertThat(requireNonNull(stated).rule()).isEqualTo(info("Q-1"));
    }

    @Test
    void collectedTermsAreAllKeptSorted() {
        List<Finding> channels = new ArrayList<>(List.of(
                said("C-3", new Channel("phone"), NEAR),
                said("C-1", new Channel("im"), Finding.PROGRAMME),
                agreed(new Channel("ticket")),
                said("C-2", new Channel("im"), FAR)));
        Collections.reverse(channels);

        assertThat(Combination.of(channels, List.of()).all(Channel.class))
                .extracting(stated -> stated.term().id() + " " + stated.distance())
                .containsExactly("im 1", "im " + Finding.PROGRAMME, "phone 0", "ticket -1");
    }

    @Test
    void chargesThatContradictEachOtherStandSideBySide() {
        Combination combined = Combination.of(
                List.of(
                        said("F-1", new Charge(1000, "CNY", "year", true), NEAR),
                        said("F-2", new Charge(200, 500, "CNY", "year", true), NEAR)),
                List.of());

        assertThat(combined.all(Charge.class)).hasSize(2);
    }

    private record FindingSet(List<Finding> findings, List<RuleReason> limits) {

        Combination combined() {
            return Combination.of(findings, limits);
        }

        FindingSet plus(Finding finding) {
            List<Finding> more = new ArrayList<>(findings);
            more.add(finding);
            return new FindingSet(more, limits);
        }

        Set<Kind> kinds() {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            limits.forEach(limit -> kinds.add(limit.code().kind()));
            findings.forEach(finding -> addKind(finding, kinds));
            return kinds;
        }

        boolean has(Kind kind) {
            return kinds().contains(kind);
        }

        /** The precedence as the design states it. */
        Result expected() {
            boolean quotaDenial = has(QUOTA);
            boolean payable = has(SALE);
            if (has(EXCLUSION) || has(USE)) {
                return Result.NOT_ENTITLED;
            }
            if (quotaDenial) {
                return payable ? Result.PAYABLE : Result.NOT_ENTITLED;
            }
            if (has(CONTRACT_GRANT)) {
                return Result.ENTITLED;
            }
            if (has(SCOPE)) {
                return Result.NOT_ENTITLED;
            }
            if (has(REFERRAL)) {
                return Result.UNDETERMINED;
            }
            boolean beyondAQuota = has(GRANT) && findings.contains(QUOTA_TERM);
            if (payable && !beyondAQuota) {
                return Result.PAYABLE;
            }
            return has(GRANT) ? Result.ENTITLED : Result.NOT_ENTITLED;
        }

        private static void addKind(Finding finding, Set<Kind> kinds) {
            Outcome outcome = finding.outcome();
            if (outcome instanceof Granted) {
                kinds.add(finding.rule() == null ? CONTRACT_GRANT : GRANT);
            } else if (outcome instanceof Denied denied) {
                kinds.add(ReasonCode.ofDenial(denied.code()).kind());
            } else if (outcome instanceof Undetermined) {
                kinds.add(REFERRAL);
            } else if (outcome instanceof Payable) {
                kinds.add(SALE);
            }
        }
    }

    private static void everySet(Consumer<FindingSet> property) {
        for (int bits = 0; bits < 1 << REPRESENTATIVES.size(); bits++) {
            List<Finding> findings = subset(bits);
            property.accept(new FindingSet(findings, List.of()));
            if (findings.contains(QUOTA_TERM)) {
                property.accept(new FindingSet(findings, List.of(USED_UP)));
            }
        }
    }

    private static List<Finding> subset(int bits) {
        List<Finding> subset = new ArrayList<>();
        for (int i = 0; i < REPRESENTATIVES.size(); i++) {
            if ((bits >> i & 1) == 1) {
                subset.add(REPRESENTATIVES.get(i));
            }
        }
        return subset;
    }

    private static @Nullable Response nearest(Finding... findings) {
        Combination.Stated<Response> stated =
                Combination.of(List.of(findings), List.of()).nearest(Response.class);
        return stated == null ? null : stated.term();
    }

    private static List<String> codes(Combination combined) {
        return combined.reasons().stream().map(reason -> reason.code().code()).toList();
    }

    private static RuleInfo info(String id) {
        return new RuleInfo(id, TranslatedText.only("Rule " + id), List.of("1"), List.of(), false, Position.NOWHERE);
    }

    private static Finding said(String rule, Outcome outcome, int distance) {
        return new Finding(info(rule), outcome, distance, null);
    }

    private static Finding agreed(Outcome outcome) {
        return new Finding(null, outcome, Finding.CONTRACT, null);
    }
}
