package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.value.ValueLabel;
import io.quanyi.source.SourceTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class ImpactTests {

    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");
    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String PREMIUM = "kingdee-premium-success";
    private static final String GALAXY_RULES = GALAXY + "/policy/2025.1/";
    private static final String PREMIUM_RULES = PREMIUM + "/policy/2025.1/";
    private static final String GENERAL = "kingdee-aftersales-general";
    private static final String GENERAL_RULES = GENERAL + "/policy/2025.1/";
    private static final String HOURS = "    insert(new Hours(\"7x24\"));\n";
    private static final String PREMIUM_CATALOGUE = PREMIUM + "/catalogue/2025-01-01.yaml";

    private static final Map<ShippedEdit, ComparedReleases> COMPARED = new ConcurrentHashMap<>();

    /** Two releases with the impact between them. */
    record ComparedReleases(ProgrammeRelease before, ProgrammeRelease after, Impact impact) {}

    /** An edit of a shipped file: a text and its replacement. */
    record ShippedEdit(String programme, String path, String text, String other) {

        SourceTree tree() {
            return ShippedEdits.change(ShippedEdits.SHIPPED, path, text, other);
        }

        /** The releases before and after the edit, which are compared once. */
        ComparedReleases compared() {
            return COMPARED.computeIfAbsent(this, ShippedEdit::compare);
        }

        ComparedReleases compare() {
            ProgrammeRelease before = ShippedEdits.shipped(programme);
            ProgrammeRelease after = ShippedEdits.load(tree(), programme);
            return new ComparedReleases(before, after, Impact.between(before, after, AT));
        }

        Impact impact() {
            return compared().impact();
        }

        @Override
        public String toString() {
            return path + ": " + other.strip();
        }
    }

    static final ShippedEdit RESPONSE =
            new ShippedEdit(GALAXY, GALAXY_RULES + "emergency-fault.drl", "workingHours(2)", "workingHours(1)");
    static final ShippedEdit OPENING = new ShippedEdit(
            PREMIUM,
            PREMIUM_CATALOGUE,
            "elsewhere:\n",
            "openings:\n  - { service: im-support, product: kingdee-k3-wise }\n\nelsewhere:\n");

    static final ShippedEdit FREE_TIMES = new ShippedEdit(
            "yonyou-aftersales-sla",
            "yonyou-aftersales-sla/policy/2023.1/remote-support.drl",
            "new Quota($times,",
            "new Quota(3,");

    static Stream<ShippedEdit> edits() {
        return Stream.of(
                RESPONSE,
                OPENING,
                new ShippedEdit(GALAXY, GALAXY_RULES + "plans.drl", "new Plan(\"preferred\")", "new Plan(\"basic\")"),
                new ShippedEdit(
                        GENERAL, GENERAL_RULES + "pay-per-incident-remote.drl", "new Charge(200,", "new Charge(250,"),
                new ShippedEdit(GALAXY, GALAXY_RULES + "phone-support.drl", HOURS, ""),
                new ShippedEdit(PREMIUM, PREMIUM_RULES + "health-check.drl", "new Quota(1,", "new Quota(2,"),
                new ShippedEdit(
                        PREMIUM, PREMIUM_RULES + "im-support.drl", "topic != \"application\"", "topic == \"data\""),
                new ShippedEdit(
                        PREMIUM,
                        PREMIUM_CATALOGUE,
                        "deployments:",
                        "  - id: kingdee-new\n    names: { zh-CN: 新, en: New }\n\ndeployments:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GALAXY, PREMIUM, "yonyou-aftersales-sla"})
    void aReleaseHasNoImpactOnItself(String programme) {
        ProgrammeRelease release = ShippedEdits.shipped(programme);
        assertThat(Impact.between(release, release, AT).isNone()).isTrue();
        ProgrammeRelease again = ShippedEdits.load(ShippedEdits.SHIPPED, programme);
        assertThat(Impact.between(release, again, AT).isNone()).isTrue();
    }

    @Test
    void anotherNameOfARuleAnotherOrderAndAnotherCommentHaveNoImpact() {
        String path = GALAXY_RULES + "emergency-fault.drl";
        SourceTree tree = ShippedEdits.change(ShippedEdits.SHIPPED, path, "@id(GAL-EF-04)", "@id(GAL-EF-99)");
        tree = ShippedEdits.change(tree, path, "rule \"尊享服务的紧急故障", "// a comment\nrule \"凡尊享服务的紧急故障");
        tree = ShippedEdits.reversed(tree, GALAXY_RULES + "phone-support.drl");
        assertThat(Impact.between(ShippedEdits.shipped(GALAXY), ShippedEdits.load(tree, GALAXY), AT)
                        .isNone())
                .isTrue();
    }

    @Test
    void aFasterResponseIsOneSentenceAndOneAboutContractsThatGrantTheService() {
        Impact impact = RESPONSE.impact();
        assertThat(sentences(impact)).hasSize(2).allSatisfy(sentence -> {
            assertThat(sentence.service()).isEqualTo("emergency-fault");
            assertThat(sentence.change().before()).hasToString("[response 2 working-hour 5x8]");
            assertThat(sentence.change().after()).hasToString("[response 1 working-hour 5x8]");
            assertThat(sentence.conditions()).first().hasToString("plan [exclusive]");
            assertThat(sentence.rulesBefore()).containsExactly("GAL-EF-04");
            assertThat(sentence.rulesAfter()).containsExactly("GAL-EF-04");
        });
        assertThat(sentences(impact).get(0).conditions())
                .noneMatch(condition -> condition.dimension().equals("contractTerms"))
                .anySatisfy(condition -> assertThat(condition).hasToString("severity not [normal]"));
        assertThat(sentences(impact).get(1).conditions())
                .noneMatch(condition -> condition.dimension().equals("severity"))
                .anySatisfy(condition -> assertThat(condition).hasToString("contractTerms [contract-says grant]"));
    }

    @Test
    void countedAreCombinationsThatSomeAnswerTellsApart() {
        Impact impact = RESPONSE.impact();
        assertThat(impact.changed()).isEqualTo(3);
        assertThat(impact.combinations()).isEqualTo(48);
        assertThat(sentences(impact)).extracting(ImpactSentence::combinations).containsExactly(3L, 12L);
        assertThat(impact.services()).flatExtracting(ServiceImpact::dimensions).anySatisfy(dimension -> {
            assertThat(dimension.dimension()).isEqualTo("channel");
            assertThat(dimension.classes()).hasSize(2);
        });
    }

    @Test
    void anOpeningTurnsARefusalIntoAYes() {
        ImpactSentence first = sentences(OPENING.impact()).get(0);
        assertThat(first.service()).isEqualTo("im-support");
        assertThat(first.change().before()).hasToString("[outcome NOT_ENTITLED, reason product-not-open]");
        assertThat(first.change().after().toString()).contains("outcome ENTITLED", "reason granted", "window 7x8");
        assertThat(first.example().subscription().product()).isEqualTo("kingdee-k3-wise");
    }

    @ParameterizedTest
    @MethodSource("edits")
    void everySentenceIsTrueAndNoChangeLiesOutside(ShippedEdit edit) {
        ComparedReleases compared = edit.compared();
        Impact impact = compared.impact();
        assertThat(impact.changed()).isPositive();
        for (ServiceImpact service : impact.services()) {
            new SentenceCheck(
                            new ServiceComparison(compared.before(), compared.after(), service.service(), impact.at()),
                            service)
                    .run();
        }
    }

    @Test
    void theSameComparisonGivesTheSameReport() {
        assertThat(OPENING.compare().impact())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*(customers|requests)")
                .isEqualTo(OPENING.impact());
    }

    @Test
    void usageOfEarlierYearsWithoutPersonDaysBecomesAMissingFactWithTheSpanOfAQuota() {
        ShippedEdit span = new ShippedEdit(
                PREMIUM,
                PREMIUM_RULES + "critical-moment-support.drl",
                "\"person-day\", \"service-year\"",
                "\"person-day\", \"contract\"");
        assertThat(sentences(span.impact())).anySatisfy(sentence -> {
            assertThat(sentence.change().after())
                    .hasToString("[outcome MISSING, missing /subscription/usage/*/personDays contract service-year]");
            assertThat(sentence.conditions())
                    .anySatisfy(condition -> assertThat(condition.among())
                            .allSatisfy(label ->
                                    assertThat(label).asString().contains("incomplete contract service-year")));
        });
    }

    @Test
    void aContractMaySayWhatNoRuleNames() {
        String charges = "not ContractTerm(service == \"renewal\", effect in (\"grant\", \"charge\"))";
        ShippedEdit edit = new ShippedEdit(
                GENERAL, GENERAL_RULES + "renewal.drl", charges, "not ContractTerm(service == \"renewal\")");
        assertThat(sentences(edit.impact()))
                .flatExtracting(ImpactSentence::conditions)
                .filteredOn(condition -> condition.dimension().equals("contractTerms"))
                .flatExtracting(SentenceCondition::among)
                .extracting(ValueLabel::toString)
                .contains(
                        "contract-says quota exhausted",
                        "contract-says quota insufficient",
                        "contract-says channel other",
                        "contract-says window")
                .doesNotContain("contract-says charge", "contract-says grant");
    }

    @Test
    void otherServicesAreLeftOutWhereSomeAreAsked() {
        ProgrammeRelease before = ShippedEdits.shipped(GALAXY);
        ProgrammeRelease after = ShippedEdits.load(RESPONSE.tree(), GALAXY);
        Impact none = Impact.between(before, after, List.of("phone-support"), AT);
        Impact one = Impact.between(before, after, List.of("phone-support", "emergency-fault"), AT);
        assertThat(none.untouched()).isEqualTo(1);
        assertThat(none.services()).isEmpty();
        assertThat(sentences(one)).isEqualTo(sentences(RESPONSE.impact()));
    }

    @Test
    void otherHoursAreDefinitionsAndNoDecisions() {
        ShippedEdit edit = new ShippedEdit(
                PREMIUM, PREMIUM_CATALOGUE, "monday-sunday: [08:30-12:00", "monday-sunday: [08:00-12:00");
        Impact impact = edit.impact();
        assertThat(impact.changed()).isZero();
        assertThat(impact.definitions().differences())
                .extracting(DefinitionChanges.DefinitionChange::what)
                .containsExactly("window 7x8");
    }

    @Test
    void aWorkingDayOfAnotherLengthIsADefinition() {
        ShippedEdit edit = new ShippedEdit(
                PREMIUM,
                PREMIUM_CATALOGUE,
                "    week: { monday-sunday:",
                "    workingDayHours: 9\n    week: { monday-sunday:");
        assertThat(edit.impact().definitions().differences())
                .extracting(DefinitionChanges.DefinitionChange::what)
                .containsExactly("window 7x24", "window 7x8");
    }

    @Test
    void anotherDayOffIsADefinition() {
        ShippedEdit edit =
                new ShippedEdit(PREMIUM, "calendars/2026-01-01/cn/2026.yaml", "to: 2026-10-07", "to: 2026-10-08");
        assertThat(edit.impact().definitions().differences())
                .extracting(DefinitionChanges.DefinitionChange::what)
                .containsExactly("window 5x8 2026-10-08");
    }

    @Test
    void twoProgrammesAreNotCompared() {
        assertThatThrownBy(() -> Impact.between(ShippedEdits.shipped(GALAXY), ShippedEdits.shipped(PREMIUM), AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<ImpactSentence> sentences(Impact impact) {
        return impact.services().stream()
                .flatMap(service -> service.sentences().stream())
                .toList();
    }
}
