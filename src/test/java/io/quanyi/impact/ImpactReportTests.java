package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import io.quanyi.facts.Domain;
import io.quanyi.impact.ImpactTests.ComparedReleases;
import io.quanyi.impact.ImpactTests.ShippedEdit;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.impact.dimension.RequestDimension;
import io.quanyi.impact.dimension.RequestDimensions;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.ClassLine;
import io.quanyi.impact.report.ImpactReport.DimensionLine;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class ImpactReportTests {

    private static final String MOMENTS = "kingdee-premium-success/policy/2025.1/critical-moment-support.drl";
    private static final ShippedEdit QUOTA =
            new ShippedEdit("kingdee-premium-success", MOMENTS, "Quota(2, \"person-day\"", "Quota(3, \"person-day\"");
    private static final ShippedEdit REGION = new ShippedEdit(
            "kingdee-premium-success",
            "kingdee-premium-success/policy/2025.1/every-service.drl",
            "insert(new Denied(\"region-not-covered\"));",
            "insert(new Denied(\"out-of-scope\"));");

    @Test
    void oneChangedTimeIsOneSentenceInPlainWords() {
        SentenceLine sentence =
                report(ImpactTests.RESPONSE, Language.ENGLISH).sentences().get(0);
        assertThat(sentence.text())
                .isEqualTo("Emergency fault handling; plan: Exclusive; service period: not stated, in any year (its end"
                        + " not stated), not over (its start not stated), in any year; channel: not stated,"
                        + " Kingdee Cloud community, Online IM, Issue feedback, Phone, Self-service operations;"
                        + " severity: other than Normal: Answered within 2 working hours (5×8 hours) → Answered"
                        + " within 1 working hour (5×8 hours)");
        assertThat(sentence.rulesBefore()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("GAL-EF-04");
            assertThat(rule.clauses()).singleElement().satisfies(clause -> {
                assertThat(clause.clause()).isEqualTo("二.1(1) 紧急故障处理");
                assertThat(clause.quote()).contains("2工作小时响应");
            });
        });
    }

    @Test
    void theSameIsSaidInChinese() {
        assertThat(report(ImpactTests.RESPONSE, Language.CHINESE)
                        .sentences()
                        .get(0)
                        .text())
                .startsWith("紧急故障处理；服务计划：尊享服务；服务期：未注明、")
                .endsWith("严重级别：除“一般问题”以外：2 个工作小时内响应（按“5×8 小时”计时） → 1 个工作小时内响应（按“5×8 小时”计时）");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whateverChangesThereAreWordsForIt(Language language) {
        for (ShippedEdit edit : List.of(QUOTA, REGION, ImpactTests.OPENING)) {
            ImpactReport report = report(edit, language);
            assertThat(report.sentences()).isNotEmpty().allSatisfy(sentence -> {
                assertThat(sentence.before().size() + sentence.after().size()).isPositive();
                assertThat(sentence.text()).isNotBlank();
            });
            assertThat(report.sentences().stream()
                            .mapToLong(SentenceLine::combinations)
                            .sum())
                    .isGreaterThanOrEqualTo(report.changed());
        }
    }

    @Test
    void whatIsSaidAlikeOfSeveralServicesIsSaidOnce() {
        ImpactReport report = report(REGION, Language.ENGLISH);
        assertThat(report.sentences())
                .anySatisfy(sentence -> assertThat(sentence.services()).hasSizeGreaterThan(3));
        assertThat(report.sentences())
                .extracting(sentence -> sentence.conditions() + " " + sentence.before() + sentence.after())
                .doesNotHaveDuplicates();
    }

    @Test
    void ofManyValuesTheFirstAreReadOutAndAllAreThere() {
        List<ConditionLine> uses = report(QUOTA, Language.ENGLISH).sentences().stream()
                .flatMap(sentence -> sentence.conditions().stream())
                .filter(condition -> condition.part().equals("use") && !condition.isShort())
                .toList();
        assertThat(uses)
                .isNotEmpty()
                .allSatisfy(use ->
                        assertThat(use.text()).contains("and " + (use.values().size() - 6) + " more"));
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH,(in the service year)", "CHINESE,（本服务年）"})
    void whatIsLeftOfAQuotaIsSaidWithTheSpanThatItCounts(Language language, String span) {
        List<ValueLine> uses = report(QUOTA, language).sentences().stream()
                .flatMap(sentence -> sentence.conditions().stream())
                .filter(condition -> condition.part().equals("use"))
                .flatMap(condition -> condition.values().stream())
                .filter(value -> value.id().contains("exhausted"))
                .toList();
        assertThat(uses).isNotEmpty().allSatisfy(use -> {
            assertThat(use.id()).contains("exhausted 2 person-day service-year");
            assertThat(use.text()).contains(span);
        });
    }

    @Test
    void everyValueHasAnIdBesideItsWordsAndStandsInTheUniverseOfItsService() {
        for (ShippedEdit edit : List.of(QUOTA, ImpactTests.RESPONSE, ImpactTests.OPENING)) {
            ImpactReport report = report(edit, Language.ENGLISH);
            for (SentenceLine sentence : report.sentences()) {
                for (ConditionLine condition : sentence.conditions()) {
                    assertThat(condition.text()).startsWith(condition.name() + ": ");
                    for (String service : sentence.services()) {
                        DimensionLine universe = universe(report, service, condition.part());
                        assertThat(condition.values()).isNotEmpty();
                        for (ClassLine one : universe.classes()) {
                            boolean named = condition.values().containsAll(one.values());
                            assertThat(named || Collections.disjoint(condition.values(), one.values()))
                                    .isTrue();
                        }
                        assertThat(values(universe).toList())
                                .doesNotHaveDuplicates()
                                .containsAll(condition.values())
                                .hasSizeGreaterThan(condition.values().size());
                        assertThat(values(universe).map(value -> value.kind() + " " + value.id()))
                                .doesNotHaveDuplicates();
                    }
                }
            }
        }
    }

    private static Stream<ValueLine> values(DimensionLine universe) {
        return universe.classes().stream().flatMap(one -> one.values().stream());
    }

    private static DimensionLine universe(ImpactReport report, String service, String part) {
        return report.services().stream()
                .filter(line -> line.service().equals(service))
                .flatMap(line -> line.dimensions().stream())
                .filter(dimension -> dimension.part().equals(part))
                .findAny()
                .orElseThrow();
    }

    @Test
    void whatStandsForOthersIsMarked() {
        ImpactReport report = report(ImpactTests.RESPONSE, Language.ENGLISH);
        assertThat(values(universe(report, "emergency-fault", "plan")))
                .contains(new ValueLine("id", "exclusive", "Exclusive", false))
                .noneMatch(ValueLine::standIn);
        assertThat(values(universe(report, "emergency-fault", "severity")))
                .contains(new ValueLine("absent", "", "not stated", false));
        assertThat(values(universe(report, "emergency-fault", "servicePeriod")))
                .contains(new ValueLine("within-any", "", "in any year", true));
    }

    @Test
    void everyDimensionHasAName() {
        for (RequestDimension dimension : RequestDimensions.ALL) {
            for (Language language : Language.values()) {
                assertThat(Texts.has(language, "dimension." + dimension.id()))
                        .as(dimension.id())
                        .isTrue();
            }
        }
        assertThat(Texts.codes(Language.ENGLISH).stream().filter(code -> code.startsWith("dimension.")))
                .hasSize(RequestDimensions.ALL.size() + IdPlace.values().length - 1);
        for (IdPlace place : IdPlace.values()) {
            assertThat(Texts.has(Language.ENGLISH, "dimension." + place.id()))
                    .as(place.id())
                    .isTrue();
        }
    }

    @Test
    void everyFixedIdThatIsSaidHasAName() {
        Set<Domain> said = EnumSet.of(
                Domain.DEPLOYMENT,
                Domain.DELIVERY,
                Domain.SERVED_BY,
                Domain.DELIVERER,
                Domain.SUBMITTED_BY,
                Domain.PHASE,
                Domain.EFFECT,
                Domain.QUOTA_UNIT,
                Domain.QUOTA_PER,
                Domain.SHARE_OF,
                Domain.CHARGE_PER,
                Domain.SEAT,
                Domain.PRIORITY,
                Domain.LANGUAGE,
                Domain.FULFILMENT);
        for (Domain domain : said) {
            for (String id : Objects.requireNonNull(domain.fixed())) {
                String code = "id." + domain.textCode().substring("domain.".length()) + "." + id;
                assertThat(Texts.has(Language.ENGLISH, code)).as(code).isTrue();
            }
        }
    }

    @Test
    void aCensusCountsTheCustomersOfEachSentence() {
        Impact impact = ImpactTests.RESPONSE.impact();
        CustomerCensus census = new CustomerCensus(impact);
        census.add(customer("exclusive", null, null));
        census.add(customer("exclusive", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        census.add(customer("exclusive", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        census.add(customer("preferred", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        census.add(customer("no-such-plan", null, null));
        assertThat(census.all()).isEqualTo(5);
        assertThat(census.unplaced()).isEqualTo(1);
        assertThat(census.touched()).isEqualTo(2);
        assertThat(census.customers(impact.sharedSentences().get(0))).isEqualTo(2);
    }

    @Test
    void aCustomerIsCountedByWhatTheyCouldAskNext() {
        Impact impact = QUOTA.impact();
        CustomerCensus fresh = new CustomerCensus(impact);
        fresh.add(premium(null));
        CustomerCensus spent = new CustomerCensus(impact);
        spent.add(premium(
                List.of(new Usage("critical-moment-support", LocalDate.of(2026, 6, 1), 1, new BigDecimal("2")))));
        assertThat(counted(spent, impact)).contains("reason quota-exhausted");
        assertThat(counted(fresh, impact)).doesNotContain("reason quota-exhausted");
    }

    /** The removed elements of the sentences that apply to the only customer. */
    private static String counted(CustomerCensus census, Impact impact) {
        return impact.sharedSentences().stream()
                .filter(shared -> census.customers(shared) == 1)
                .map(shared -> shared.first().change().before().toString())
                .toList()
                .toString();
    }

    private static Subscription premium(@Nullable List<Usage> usage) {
        return new Subscription(
                null,
                "premium",
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                null,
                null,
                new Contract(null, new BigDecimal("8000"), "CNY", null),
                null,
                null,
                usage,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Subscription customer(String plan, @Nullable LocalDate start, @Nullable LocalDate end) {
        return new Subscription(
                null, plan, null, null, null, null, null, start, end, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    static ImpactReport report(ShippedEdit edit, Language language) {
        ComparedReleases compared = edit.compared();
        return ImpactReportWriter.of(
                compared.impact(), compared.before(), compared.after(), true, null, null, language);
    }
}
