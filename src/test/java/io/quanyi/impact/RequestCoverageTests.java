package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.impact.request.RequestImpact.Coverage;
import io.quanyi.impact.request.RequestImpacts;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences about a small programme say of a request what deciding it by both releases shows. */
class RequestCoverageTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-17T10:00:00+08:00");
    private static final String TUNING = "  - id: sp-tuning\n    kind: special\n    names: { zh-CN: 调优, en: Tuning }\n";
    private static final String GRANTED = rule("S-0", "Question(service == 'support')", "new Granted()");
    private static final String ASKS_ABOUT_TERMS = rule(
            "S-1",
            "Question(service == 'support') ContractTerm(service == 'support', effect == 'charge')",
            "new Hours('7x12')");

    private static String rule(String id, String when, String then) {
        return SmallProgramme.rule(id, when, then);
    }

    /** Two releases and the impact between them. */
    private record Change(ProgrammeRelease before, ProgrammeRelease after, Impact impact) {

        static Change between(SmallProgramme one, SmallProgramme other) {
            ProgrammeRelease before = one.release().orElseThrow();
            ProgrammeRelease after = other.release().orElseThrow();
            return new Change(before, after, Impact.between(before, after, AT.toInstant()));
        }

        RequestImpact of(RequestBuilder request) {
            return new RequestImpacts(impact, before, after).of(request.request());
        }
    }

    private static RequestBuilder about(String service) {
        return RequestBuilder.of("little", "basic", service, AT);
    }

    private static RequestBuilder withTerm(String effect, @Nullable String severity, @Nullable String limit) {
        return about("support")
                .terms(List.of(new AgreedTerm(
                        "support",
                        effect,
                        severity,
                        null,
                        limit == null ? null : new BigDecimal(limit),
                        limit == null ? null : "time",
                        null,
                        null,
                        null,
                        null,
                        null,
                        limit == null ? null : "pack")));
    }

    @ParameterizedTest
    @CsvSource({"service-year, contract", "contract, service-year", "contract, pack", "pack, service-year"})
    void usageOfTheFirstYearCountsInEachSpan(String span, String other) {
        Change change = Change.between(
                SmallProgramme.of(List.of(GRANTED, quota(span))), SmallProgramme.of(List.of(GRANTED, quota(other))));
        for (int daysAgo : List.of(0, 100, 400)) {
            for (int periodDaysAgo : List.of(50, 200, 500)) {
                RequestImpact one = change.of(about("support")
                        .serviceStart(AT.toLocalDate().minusDays(periodDaysAgo))
                        .usage(List.of(new Usage("support", AT.toLocalDate().minusDays(daysAgo), 1, null))));
                assertThat(one.coverage())
                        .as("used %s days ago, period since %s days", daysAgo, periodDaysAgo)
                        .isEqualTo(Coverage.COVERED);
            }
        }
    }

    private static String quota(String per) {
        return rule("S-1", "Question(service == 'support')", "new Quota(1, 'time', '" + per + "')");
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 2", "2, 1, 2", "3, 2, 1", "3, 3, 1", "3, 0, 4", "3, 0, 3"})
    void aRequestWithinALimitOfTheContractMayBeForMoreThanIsLeft(int limit, int used, int quantity) {
        String quota = rule(
                "S-1",
                "Question(service == 'support') FreeRemoteSupport($limit : limit)",
                "new Quota($limit, 'time', 'contract')");
        String denial = rule(
                "S-2",
                "Environment(remoteAccess == true) Question(service == 'support')",
                "new Denied('condition-not-met')");
        Change change = Change.between(
                SmallProgramme.of(List.of(GRANTED, quota)), SmallProgramme.of(List.of(GRANTED, quota, denial)));
        RequestBuilder request = about("support")
                .freeRemoteSupportLimit(limit)
                .quantity(quantity)
                .usage(List.of(new Usage("support", AT.toLocalDate(), used, null)))
                .remoteAccessAuthorised(true);
        assertThat(change.of(request).coverage()).isEqualTo(Coverage.COVERED);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "1"})
    void anOwnQuotaIsUsedUpOrInsufficientOrEnough(String limit) {
        String denial = rule(
                "S-2",
                "Environment(remoteAccess == true) Question(service == 'support')",
                "new Denied('condition-not-met')");
        Change change = Change.between(
                SmallProgramme.of(List.of(GRANTED, ASKS_ABOUT_TERMS)),
                SmallProgramme.of(List.of(GRANTED, ASKS_ABOUT_TERMS, denial)));
        RequestBuilder request = withTerm("quota", null, limit).usage(List.of()).remoteAccessAuthorised(true);
        assertThat(change.of(request).coverage()).isEqualTo(Coverage.COVERED);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0", "1, 1"})
    void aQuotaThatCannotSufficeNeedsNoOtherFact(String limit, int sentences) {
        String price = rule(
                "S-2", "Question(service == 'support') Product(id == 'beta')", "new Charge(500, 'CNY', 'year', true)");
        Change change = Change.between(
                SmallProgramme.of(List.of(GRANTED, ASKS_ABOUT_TERMS)),
                SmallProgramme.of(List.of(GRANTED, ASKS_ABOUT_TERMS, price)));
        SentenceFinder finder =
                Objects.requireNonNull(change.impact().about("support")).requests();
        assertThat(finder.sentencesFor(withTerm("quota", null, limit).request(), AT.toInstant())
                        .cardinality())
                .isEqualTo(sentences);
    }

    @ParameterizedTest
    @CsvSource({"severity: P1, P1", "severity: P2, P2", "severity: P2, P1"})
    void aTermForTheSeverityThatTheServiceGetsMayChangeAnAnswer(String severity, String ofTerm) {
        String sold = SmallProgramme.CATALOGUE.replace(
                "  - id: support\n    kind: plan\n", "  - id: support\n    kind: plan\n    " + severity + "\n");
        Change change = Change.between(SmallProgramme.of(List.of(GRANTED)), new SmallProgramme(sold, List.of(GRANTED)));
        RequestImpact one = change.of(withTerm("exclude", ofTerm, null));
        assertThat(one.change()).isNotNull();
        assertThat(one.coverage()).isEqualTo(Coverage.OWN_TERMS);
        assertThat(change.of(withTerm("exclude", null, null)).coverage()).isEqualTo(Coverage.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({"7x12", "5x8"})
    void besideAgreedHoursNoSentenceSpeaksOfAssumptions(String window) {
        String hours = rule("S-2", "Question(service == 'support') Place(region != 'CN')", "new Hours('7x12')");
        String always = "Question(service == 'support')";
        String abroad = always + " Place(region != 'CN')";
        Change change = Change.between(
                SmallProgramme.of(List.of(GRANTED, hours, rule("S-3", abroad, "new Language('local')"))),
                SmallProgramme.of(List.of(GRANTED, hours, rule("S-3", always, "new Language('local')"))));
        AgreedTerm term =
                new AgreedTerm("support", "window", null, null, null, null, window, null, null, null, null, null);
        RequestImpact one = change.of(about("support").terms(List.of(term)));
        assertThat(one.coverage()).isEqualTo(Coverage.COVERED);
    }

    @Test
    void aDroppedServiceIsRefusedForTheQuestionWhateverElseNamesIt() {
        String quota = rule("S-1", "Question(service == 'sp-tuning')", "new Quota(1, 'time', 'service-year')");
        String granted = rule("S-2", "Question(service == 'sp-tuning')", "new Granted()");
        Change change = Change.between(
                SmallProgramme.of(List.of(GRANTED, quota, granted)),
                new SmallProgramme(SmallProgramme.CATALOGUE.replace(TUNING, ""), List.of(GRANTED)));
        Usage used = new Usage("sp-tuning", AT.toLocalDate(), 1, null);
        for (List<Usage> usage : List.of(List.<Usage>of(), List.of(used), List.of(used, used))) {
            RequestBuilder request =
                    about("sp-tuning").serviceStart(AT.toLocalDate()).usage(usage);
            assertThat(change.of(request).coverage()).as("%s", usage).isEqualTo(Coverage.COVERED);
        }
    }
}
