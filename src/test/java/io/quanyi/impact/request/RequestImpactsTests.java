package io.quanyi.impact.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.impact.RandomRequests;
import io.quanyi.impact.SharedSentence;
import io.quanyi.impact.SmallProgramme;
import io.quanyi.impact.UncomparedService;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ElementNames;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.enumeration.AnswerEnumerationTests;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.request.RequestImpact.Coverage;
import io.quanyi.impact.term.AgreedReading;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RequestImpactsTests {

    private static final int EDITS = Integer.getInteger("edits", 3);

    /** Two releases with the sentences of the impact between them. */
    private record Edit(
            ServiceComparison comparison, Impact impact, List<SharedSentence> sentences, RequestImpacts requests) {

        static Edit of(Random random) {
            ServiceComparison pair = AnswerEnumerationTests.pair(random);
            Impact impact = Impact.between(
                    pair.before(),
                    pair.after(),
                    List.of(pair.service()),
                    pair.at().toInstant());
            return new Edit(
                    pair, impact, impact.sharedSentences(), new RequestImpacts(impact, pair.before(), pair.after()));
        }

        boolean refusesTwice(DecisionRequest request) {
            Instant at = Objects.requireNonNull(request.question().at()).toInstant();
            return Stream.of(comparison.before(), comparison.after())
                    .allMatch(release -> ReleaseAnswer.of(request, release, at).refused() != null);
        }

        AgreedReading reading(DecisionRequest request) {
            return new AgreedReading(comparison
                    .at(Objects.requireNonNull(request.question().at()))
                    .ownTerms(request));
        }

        /** The change as sentences name it. */
        AnswerChange named(AnswerChange change, DecisionRequest request) {
            return new ElementNames(new ServiceComparison(
                            comparison.before(),
                            comparison.after(),
                            comparison.service(),
                            Objects.requireNonNull(request.question().at())))
                    .of(change, request);
        }

        AnswerChange change(DecisionRequest request) {
            Instant at = Objects.requireNonNull(request.question().at()).toInstant();
            ReleaseAnswer before = ReleaseAnswer.of(request, comparison.before(), at);
            ReleaseAnswer after = ReleaseAnswer.of(request, comparison.after(), at);
            return before.core().equals(after.core())
                    ? AnswerChange.NONE
                    : AnswerChange.between(before.elements(), after.elements());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRequestChangesExactlyIfDecidingItTwiceShowsSo(long seed) {
        Random random = new Random(seed);
        Map<Coverage, Integer> counts = new EnumMap<>(Coverage.class);
        for (int i = 0; i < EDITS; i++) {
            Edit edit = Edit.of(random);
            for (double said : new double[] {0.2, 0.5, 0.9}) {
                RandomRequests requests = new RandomRequests(random, said);
                for (int n = 0; n < 60; n++) {
                    RequestImpact one = edit.requests().of(requests.next());
                    check(edit, one);
                    counts.merge(one.coverage(), 1, Integer::sum);
                }
            }
        }
        assertThat(counts.get(Coverage.COVERED)).isGreaterThan(EDITS);
        assertThat(counts.get(Coverage.UNCHANGED)).isGreaterThan(EDITS);
    }

    private static void check(Edit edit, RequestImpact one) {
        AnswerChange change = edit.change(one.request());
        assertThat(one.change()).as("%s", one.request()).isEqualTo(change.equals(AnswerChange.NONE) ? null : change);
        AgreedReading reading = edit.reading(one.request());
        AnswerChange shown = reading.shown(edit.named(change, one.request()));
        int count = edit.sentences().size();
        boolean isFurther = !one.sentences().isEmpty() && one.sentences().get(0) >= count;
        boolean allSaySo = one.sentences().stream()
                .filter(place -> place < count)
                .allMatch(place -> reading.left(
                                edit.sentences().get(place).first().change())
                        .equals(shown));
        Coverage said = one.sentences().isEmpty()
                ? (one.change() == null ? Coverage.UNCHANGED : Coverage.UNCOVERED)
                : isFurther ? Coverage.OWN_TERMS : allSaySo ? Coverage.COVERED : Coverage.MISSTATED;
        assertThat(isFurther && reading.own().parts().isEmpty()).isFalse();
        assertThat(one.coverage().isFault()).as("%s", one.request()).isFalse();
        boolean isRefused = one.coverage() == Coverage.REFUSED;
        assertThat(isRefused ? Coverage.REFUSED : said).as("%s", one.request()).isEqualTo(one.coverage());
        assertThat(isRefused && !(edit.refusesTwice(one.request()) && said.isFault()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void theExampleOfASentenceIsCoveredByIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EDITS; i++) {
            Edit edit = Edit.of(random);
            for (int place = 0; place < edit.sentences().size(); place++) {
                for (ImpactSentence sentence : edit.sentences().get(place).sentences()) {
                    checkExample(edit, place, sentence);
                }
            }
        }
    }

    /** An example is covered by its sentence, unless a further one speaks of it: its contract agrees times, and facts are missing. */
    private static void checkExample(Edit edit, int place, ImpactSentence sentence) {
        RequestImpact one = edit.requests().of(sentence.example());
        boolean spoken = edit.reading(sentence.example()).isSpokenOf(sentence.change());
        assertThat(one.coverage()).as("%s", sentence).isEqualTo(spoken ? Coverage.COVERED : Coverage.OWN_TERMS);
        assertThat(one.sentences().contains(place)).as("%s", sentence).isEqualTo(spoken);
    }

    @Test
    void periodsAreReadAsOfTheDayOfTheRequest() {
        Edit edit = Edit.of(new Random(10));
        DecisionRequest first = new RandomRequests(new Random(11), 0.5).next();
        RequestImpact now = edit.requests().of(first);
        OffsetDateTime then = edit.comparison().at().plusYears(3);
        for (int i = 0; i < 40; i++) {
            DecisionRequest asked = RequestBuilder.from(new RandomRequests(new Random(i), 0.5).next())
                    .at(then)
                    .request();
            check(edit, edit.requests().of(asked));
        }
        assertThat(edit.requests().of(first)).isEqualTo(now);
    }

    @Test
    void ofARequestThatAReleaseCannotDecideNothingIsSaid() {
        Edit edit = Edit.of(new Random(9));
        ServiceComparison pair = edit.comparison();
        ProgrammeRelease failing = pair.after().withEvaluator(facts -> {
            throw new RuleFault("S-1", new IllegalStateException("broken"));
        });
        DecisionRequest request = RequestBuilder.of("little", "basic", "support", pair.at())
                .serviceStart(pair.at().toLocalDate())
                .request();
        RequestImpact one = new RequestImpacts(edit.impact(), pair.before(), failing).of(request);
        assertThat(one.coverage()).isEqualTo(Coverage.NOT_DECIDED);
        assertThat(one.coverage().code()).isEqualTo("not-decided");
        assertThat(one.change()).isNull();
        assertThat(one.sentences()).isEmpty();
        assertThat(ImpactReportWriter.of(
                                edit.impact(), pair.before(), failing, true, null, List.of(one), Language.ENGLISH)
                        .askedAbout())
                .singleElement()
                .satisfies(line -> assertThat(line.text())
                        .isEqualTo("Support: a release cannot decide it, because a rule fails or terms conflict"));
    }

    @Test
    void aSiblingWhoseRepresentativeWasNotComparedIsNotComparedEither() {
        String catalogue = SmallProgramme.of(List.of()).catalogue().replace("[ticketing]", "[mailing, ticketing]");
        List<String> rules = List.of(
                SmallProgramme.rule("S-1", "Question(service == 'support')", "new Granted()"),
                SmallProgramme.rule("S-2", "Question(service == 'sp-tuning')", "new Granted()"));
        ProgrammeRelease before = new SmallProgramme(catalogue, rules).release().orElseThrow();
        ProgrammeRelease after = new SmallProgramme(catalogue.replace("aliases: [First]", "aliases: [Second]"), rules)
                .release()
                .orElseThrow();
        Instant at = AnswerEnumerationTests.pair(new Random(9)).at().toInstant();
        Impact impact =
                Impact.between(before, after, at, (done, of) -> {}, WorkBudget.ofReport(1, null, Cancellation.never()));
        assertThat(impact.siblings()).containsExactly("mailing", "ticketing");
        assertThat(impact.notCompared()).extracting(UncomparedService::service).contains("mailing");
        RequestImpacts requests = new RequestImpacts(impact, before, after);
        for (String service : impact.siblings()) {
            DecisionRequest request = RequestBuilder.of("little", "basic", service, at.atOffset(ZoneOffset.UTC))
                    .request();
            assertThat(requests.of(request).coverage()).as(service).isEqualTo(Coverage.NOT_COMPARED);
        }
    }

    @Test
    void aRequestThatBothReleasesRefuseAlikeIsUnchanged() {
        Edit edit = Edit.of(new Random(9));
        DecisionRequest request = RequestBuilder.of(
                        "little", "no-such-plan", "support", edit.comparison().at())
                .request();
        assertThat(edit.requests().of(request).coverage()).isEqualTo(Coverage.UNCHANGED);
    }
}
