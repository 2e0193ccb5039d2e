package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.AgreedTerm.AgreedTarget;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.ImpactTests.ShippedEdit;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.FurtherLine;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.impact.request.RequestImpact.Coverage;
import io.quanyi.impact.request.RequestImpacts;
import io.quanyi.impact.term.FurtherSentence;
import io.quanyi.impact.term.FurtherTerms;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests of customers whose contract has own terms on the service, of which the response time to emergencies changes. */
@Tag("slow")
class OwnTermsTests {

    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String SERVICE = "emergency-fault";
    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");
    private static final List<String> SMALL = List.of(
            SmallProgramme.rule("S-0", "Question(service == 'support')", "new Granted()"),
            SmallProgramme.rule("S-1", "Question(service == 'support')", "new Quota(3, 'time', 'service-year')"));
    private static final ShippedEdit EDIT = ImpactTests.RESPONSE;

    private static RequestImpact of(@Nullable String severity, AgreedTerm... terms) {
        return of(builder(terms).severity(severity));
    }

    private static RequestImpact of(RequestBuilder request) {
        return new RequestImpacts(
                        EDIT.impact(), EDIT.compared().before(), EDIT.compared().after())
                .of(request.request());
    }

    private static RequestBuilder builder(AgreedTerm... terms) {
        return RequestBuilder.of(GALAXY, "exclusive", SERVICE, AT.atOffset(ZoneOffset.ofHours(8)))
                .terms(terms.length == 0 ? null : List.of(terms));
    }

    private static AgreedTerm term(String effect, @Nullable String severity) {
        boolean timed = effect.endsWith("-within");
        boolean quota = effect.equals("quota");
        return new AgreedTerm(
                SERVICE,
                effect,
                severity,
                timed ? new AgreedTarget(BigDecimal.ONE, "working-hour") : null,
                quota ? BigDecimal.TEN : null,
                quota ? "time" : null,
                effect.equals("window") ? "5x8" : null,
                effect.equals("channel") ? "phone" : null,
                null,
                null,
                null,
                quota ? "pack" : null);
    }

    @Test
    void aGrantOpensTheChangeToQuestionsThatTheDocumentRefuses() {
        assertThat(of("normal").coverage()).isEqualTo(Coverage.UNCHANGED);
        RequestImpact granted = of("normal", term("grant", null));
        assertThat(granted.coverage()).isEqualTo(Coverage.COVERED);
        assertThat(granted.sentences()).containsExactly(1);
        assertThat(of("normal", term("grant", "normal")).sentences()).containsExactly(1);
        assertThat(of("normal", term("grant", "emergency")).coverage()).isEqualTo(Coverage.UNCHANGED);
    }

    @Test
    void whatTheContractAgreesStaysAsAgreed() {
        assertThat(of("emergency").coverage()).isEqualTo(Coverage.COVERED);
        for (String effect : List.of("exclude", "respond-within")) {
            RequestImpact agreed = of("emergency", term(effect, null));
            assertThat(agreed.coverage()).as(effect).isEqualTo(Coverage.UNCHANGED);
            assertThat(agreed.sentences()).as(effect).isEmpty();
        }
        for (String effect : List.of("resolve-within", "window")) {
            assertThat(of("emergency", term(effect, null)).coverage())
                    .as(effect)
                    .isEqualTo(Coverage.COVERED);
        }
        assertThat(of("emergency", term("respond-within", "normal")).coverage()).isEqualTo(Coverage.COVERED);
    }

    @Test
    void ofOtherTermsAFurtherSentenceSpeaks() {
        RequestImpact channel = of("emergency", term("channel", null));
        assertThat(channel.change()).isNotNull();
        assertThat(channel.coverage()).isEqualTo(Coverage.OWN_TERMS);
        assertThat(channel.coverage().code()).isEqualTo("own-terms");
        assertThat(channel.coverage().isFault()).isFalse();
        assertThat(channel.sentences()).containsExactly(3);
        assertThat(of("emergency", term("quota", null)).coverage()).isEqualTo(Coverage.UNCHANGED);
        RequestImpact counted = of(builder(term("quota", null), term("channel", null))
                .usage(List.of())
                .severity("emergency"));
        assertThat(counted.sentences()).containsExactly(2, 3);
    }

    @Test
    void aReportHasASentenceAboutEachKindOfOtherTerms() {
        ImpactReport report = ImpactReportTests.report(EDIT, Language.ENGLISH);
        assertThat(report.furtherSentences())
                .allMatch(line -> line.services().equals(List.of(SERVICE)))
                .extracting(FurtherLine::terms)
                .containsExactly("quota", "channel", "severity", "times");
        assertThat(report.furtherSentences().get(0).text())
                .isEqualTo(
                        "Emergency fault handling: answers may change for customers whose contract has a quota of its own there.");
    }

    @Test
    void aCensusCountsCustomersOfASentenceAboutOwnTermsOnlyIfTheyHaveThem() {
        CustomerCensus census = new CustomerCensus(EDIT.impact());
        census.add(builder().request().subscription());
        assertThat(counts(census)).containsExactly(1L, 0L);
        census.add(builder(term("grant", null)).request().subscription());
        assertThat(counts(census)).containsExactly(2L, 1L);
    }

    private static List<Long> counts(CustomerCensus census) {
        return EDIT.impact().sharedSentences().stream().map(census::customers).toList();
    }

    @Test
    void aCensusCountsTheCustomersOfFurtherSentencesToWhomAnAnswerChanges() {
        CustomerCensus census = new CustomerCensus(EDIT.impact());
        census.add(builder(term("channel", null)).request().subscription());
        assertThat(further(census)).containsExactly(0L, 1L, 0L, 0L);
        assertThat(census.touched()).isEqualTo(1);
        census.add(builder(term("exclude", null)).request().subscription());
        census.add(builder(term("respond-within", null)).request().subscription());
        census.add(builder(term("respond-within", null), term("grant", null))
                .request()
                .subscription());
        census.add(builder(term("respond-within", null), term("quota", null))
                .request()
                .subscription());
        assertThat(census.touched()).isEqualTo(1);
        census.add(builder(term("grant", "normal")).request().subscription());
        assertThat(census.touched()).isEqualTo(2);
        assertThat(counts(census)).containsExactly(1L, 1L);
        assertThat(further(census)).containsExactly(0L, 1L, 0L, 0L);
    }

    /** The own terms of which further sentences speak if a small programme gets other rules, and no other sentence says anything. */
    private static List<FurtherTerms> furtherTerms(List<String> rules) {
        return furtherTerms(Impact.between(small(SMALL), small(rules), AT));
    }

    private static ProgrammeRelease small(List<String> rules) {
        return new SmallProgramme(SmallProgramme.CATALOGUE, rules).release().orElseThrow();
    }

    private static List<String> with(String... rules) {
        return Stream.concat(SMALL.stream(), Stream.of(rules)).toList();
    }

    @Test
    void noFurtherSentenceSpeaksWhereRulesWithOtherWordsFindTheSame() {
        String never = SmallProgramme.rule("S-2", "Question(service == 'support', quantity < 0)", "new Hours('7x12')");
        assertThat(furtherTerms(with(never))).isEmpty();
        String elsewhere = SmallProgramme.rule("S-3", "Question(service == 'support')", "new Granted()");
        assertThat(furtherTerms(List.of(elsewhere, SMALL.get(1)))).isEmpty();
    }

    @Test
    void aFurtherSentenceSpeaksWhereRulesFindSomethingElseThatNoAnswerShows() {
        String twice =
                SmallProgramme.rule("S-2", "Question(service == 'support')", "new Quota(3, 'time', 'service-year')");
        assertThat(furtherTerms(with(twice)))
                .containsExactly(FurtherTerms.QUOTA, FurtherTerms.CHANNEL, FurtherTerms.SEVERITY, FurtherTerms.TIMES);
    }

    /** The impact of a product that leaves its family, if the rules stay. */
    private static Impact ofFamily(WorkBudget budget, String... rules) {
        String catalogue = SmallProgramme.CATALOGUE.replace(
                "id: beta, family: greek, names: { zh-CN: 贝塔", "id: beta, family: roman, names: { zh-CN: 贝塔");
        assertThat(catalogue).isNotEqualTo(SmallProgramme.CATALOGUE);
        ProgrammeRelease after =
                new SmallProgramme(catalogue, with(rules)).release().orElseThrow();
        return Impact.between(small(with(rules)), after, AT, (done, of) -> {}, budget);
    }

    private static List<FurtherTerms> furtherTerms(Impact impact) {
        assertThat(impact.sharedSentences()).isEmpty();
        return impact.furtherSentences().stream().map(FurtherSentence::terms).toList();
    }

    @Test
    void aFurtherSentenceSpeaksWhereEqualRulesFindSomethingElseByAnotherCatalogue() {
        String beyond = "Question(service == 'support', quantity > 3) Product(family == 'greek')";
        String hours = SmallProgramme.rule("S-2", beyond, "new Hours('7x12')");
        assertThat(furtherTerms(ofFamily(WorkBudget.ample(), hours))).contains(FurtherTerms.QUOTA);
        Impact narrowest = IntStream.iterate(8, most -> most + most / 2)
                .mapToObj(most -> ofFamily(WorkBudget.ofReport(most, null, Cancellation.never()), hours))
                .filter(impact -> impact.notCompared().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(furtherTerms(narrowest)).containsExactly(FurtherTerms.ANY);
    }

    @Test
    void whereEqualRulesAskAboutTermsAFurtherSentenceSpeaksOfSeveralIfOneAsksForTwo() {
        String charge = "ContractTerm(service == 'support', effect == 'charge')";
        String window = "ContractTerm(service == 'support', effect == 'window')";
        String one = SmallProgramme.rule("S-3", "Question(service == 'support') " + charge, "new Seat('dedicated')");
        assertThat(furtherTerms(ofFamily(WorkBudget.ample(), one))).isEmpty();
        String two = "Question(service == 'support') Product(family == 'greek') " + charge + " " + window;
        String both = SmallProgramme.rule("S-4", two, "new Seat('dedicated')");
        assertThat(furtherTerms(ofFamily(WorkBudget.ample(), both))).contains(FurtherTerms.SEVERAL);
    }

    private static List<Long> further(CustomerCensus census) {
        return EDIT.impact().furtherSentences().stream().map(census::customers).toList();
    }
}
