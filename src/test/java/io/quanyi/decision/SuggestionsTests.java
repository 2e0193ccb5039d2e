package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.advice.Alternatives;
import io.quanyi.decision.advice.Alternatives.Alternative;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Setting;
import io.quanyi.decision.answer.Decision.Suggestion;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks that a request that follows a suggestion is granted. */
class SuggestionsTests {

    private static final Asked DIAGNOSIS = Asked.about("code-diagnosis", "preferred");

    @Tag("slow")
    @Test
    void everySuggestionTurnsTheAnswerIntoAYes() {
        Random random = new Random(8);
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < 4_000; i++) {
            Asked asked = AskedAtRandom.next(random);
            Decision decision = asked.tryToDecide(Trial.GALAXY);
            for (Suggestion suggestion : decision == null ? List.<Suggestion>of() : decision.suggestions()) {
                codes.add(suggestion.code());
                assertThat(suggestion.outcome()).isEqualTo(Result.ENTITLED);
                assertThat(applied(asked, suggestion.set()).decide(Trial.GALAXY).outcome())
                        .as("%s of %s", suggestion, asked)
                        .isEqualTo(Result.ENTITLED);
            }
        }
        assertThat(codes)
                .containsExactly(
                        "ask-later",
                        "ask-less",
                        "ask-open-service",
                        "buy-special-service",
                        "choose-plan",
                        "use-bought-service",
                        "use-channel");
    }

    @Tag("slow")
    @Test
    void anOpenServiceNeedsNoSuggestionAndARefusalHasAtMostThree() {
        Random random = new Random(9);
        int most = 0;
        for (int i = 0; i < 3_000; i++) {
            Decision decision = AskedAtRandom.next(random).tryToDecide(Trial.GALAXY);
            if (decision != null) {
                int suggestions = decision.suggestions().size();
                assertThat(suggestions).isLessThanOrEqualTo(3);
                if (decision.outcome() == Result.ENTITLED && !isClosed(decision)) {
                    assertThat(suggestions).isZero();
                }
                most = Math.max(most, suggestions);
            }
        }
        assertThat(most).isGreaterThan(1);
    }

    @Test
    void theLowestPlanThatGivesItIsSuggested() {
        assertThat(suggestions(Asked.about("online-im", "basic")))
                .filteredOn("code", "choose-plan")
                .containsExactly(new Suggestion(
                        "choose-plan", List.of(new Setting("/subscription/plan", "preferred")), Result.ENTITLED));
        assertThat(suggestions(Asked.about("hq-expert-advice", "basic")))
                .containsExactly(new Suggestion(
                        "choose-plan", List.of(new Setting("/subscription/plan", "exclusive")), Result.ENTITLED));
        assertThat(suggestions(Asked.about("hq-expert-advice", "exclusive")
                        .with("/subscription/contract/terms", "[{ service: hq-expert-advice, effect: exclude }]")))
                .isEmpty();
    }

    @Test
    void aSpecialServiceIsBoughtBesideThoseBoughtBefore() {
        Asked asked = Asked.about("sp-dev-support", "basic").with("/subscription/specialServices", "[sp-data-repair]");

        assertThat(suggestions(asked))
                .containsExactly(new Suggestion(
                        "buy-special-service",
                        List.of(new Setting(
                                "/subscription/specialServices", List.of("sp-data-repair", "sp-dev-support"))),
                        Result.ENTITLED));
    }

    @Test
    void anotherChannelIsSuggestedWhereTheServiceIsOffered() {
        assertThat(suggestions(Asked.about("online-im", "exclusive").with("/question/channel", "phone")))
                .containsExactly(new Suggestion(
                        "use-channel", List.of(new Setting("/question/channel", "im")), Result.ENTITLED));
    }

    @Test
    void aUsedUpQuotaSuggestsMoreOfItOrAnotherServiceOrTheNextYear() {
        Asked asked = DIAGNOSIS
                .with("/subscription/serviceEnd", "2027-12-31")
                .with("/subscription/usage", "[{ service: code-diagnosis, date: 2026-02-01, times: 2 }]");

        assertThat(suggestions(asked))
                .extracting(Suggestion::code)
                .containsExactly("ask-later", "choose-plan", "buy-special-service");
        assertThat(suggestions(asked).get(0).set().get(0).value()).hasToString("2027-01-01T00:00+08:00");
    }

    @Test
    void lessIsSuggestedWhereSomethingIsLeft() {
        Asked asked = Asked.about("code-diagnosis", "exclusive").with("/question/quantity", "5");

        assertThat(suggestions(asked).get(0))
                .isEqualTo(new Suggestion("ask-less", List.of(new Setting("/question/quantity", 4)), Result.ENTITLED));
        assertThat(suggestions(DIAGNOSIS.with("/question/personDays", "2.5")))
                .extracting(Suggestion::code)
                .containsExactly("ask-less", "buy-special-service");
    }

    @Test
    void aServiceThatHasNotBegunIsSuggestedForItsFirstDay() {
        Asked asked = Asked.about("phone-support", "basic");

        assertThat(suggestions(asked.at("2025-12-31T23:59+08:00")))
                .extracting(suggestion -> suggestion.set().get(0).value().toString())
                .containsExactly("2026-01-01T00:00+08:00");
    }

    @Test
    void noDayIsSuggestedThatNobodyCanAskAbout() {
        Asked asked = Asked.about("phone-support", "basic")
                .with("/subscription/serviceStart", "2300-01-01")
                .with("/subscription/serviceEnd", "9999-12-31");

        assertThat(asked.decide(Trial.GALAXY).outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(suggestions(asked)).isEmpty();
    }

    @Test
    void theNextYearIsNotSuggestedWhereTheServiceEndsBefore() {
        Asked asked = Asked.about("code-diagnosis", "exclusive")
                .with("/subscription/usage", "[{ service: code-diagnosis, date: 2026-02-01, times: 4 }]");

        assertThat(suggestions(asked)).extracting(Suggestion::code).containsExactly("buy-special-service");
    }

    @Test
    void whatIsBoughtInsteadIsAskedForAsTheRestOfTheRequestHasIt() {
        Asked asked = DIAGNOSIS
                .with("/subscription/usage", "[{ service: code-diagnosis, date: 2026-02-01, times: 4 }]")
                .with("/question/channel", "hotline");

        assertThat(suggestions(asked)).extracting(Suggestion::code).doesNotContain("buy-special-service");
    }

    @Test
    void whileAServiceIsClosedAnOpenOneIsSuggested() {
        ProgrammeRelease release = Trial.of(
                Trial.support("T-01", "basic", "new Granted()"),
                Trial.support("T-02", "new Hours('5x8')"),
                Trial.support("T-03", "new Channel('ticket')"),
                Trial.rule("T-04", "Question(service == 'moments')", "new Granted()"),
                Trial.rule("T-05", "Question(service == 'moments')", "new Hours('7x12')"),
                Trial.rule("T-06", "Question(service == 'moments')", "new Channel('phone')"));
        Asked evening = Asked.about("support", "basic").at("2026-06-01T18:00+08:00");

        assertThat(evening.decide(release).suggestions())
                .containsExactly(new Suggestion(
                        "ask-open-service", List.of(new Setting("/question/service", "moments")), Result.ENTITLED));
        assertThat(evening.at("2026-06-01T21:00+08:00").decide(release).suggestions())
                .isEmpty();
        assertThat(evening.at("2026-06-01T10:00+08:00").decide(release).suggestions())
                .isEmpty();
        assertThat(evening.with("/question/channel", "ticket").decide(release).suggestions())
                .as("who came by a channel is told another that is open")
                .containsExactly(new Suggestion(
                        "ask-open-service",
                        List.of(new Setting("/question/service", "moments"), new Setting("/question/channel", "phone")),
                        Result.ENTITLED));
    }

    @Test
    void aRefusalNamesTheOtherOpenWaysBeforeWhatHasAPrice() {
        assertThat(suggestions(Asked.about("online-im", "basic")))
                .extracting(Suggestion::code)
                .containsExactly("ask-open-service", "ask-open-service", "choose-plan");
        ProgrammeRelease release = Trial.of(
                Trial.support("T-01", "preferred", "new Granted()"),
                Trial.rule("T-04", "Question(service == 'moments')", "new Granted()"),
                Trial.rule("T-05", "Question(service == 'moments')", "new Hours('7x12')"),
                Trial.rule("T-06", "Question(service == 'moments')", "new Channel('phone')"));
        Asked evening = Asked.about("support", "basic").at("2026-06-01T18:00+08:00");

        assertThat(evening.decide(release).suggestions())
                .extracting(Suggestion::code)
                .containsExactly("ask-open-service", "choose-plan");
        assertThat(evening.at("2026-06-01T21:00+08:00").decide(release).suggestions())
                .extracting(Suggestion::code)
                .containsExactly("choose-plan");
    }

    @Test
    void whatIsBoughtIsNamedAndNotSoldAgain() {
        Asked usedUp = DIAGNOSIS
                .with("/subscription/usage", "[{ service: code-diagnosis, date: 2026-02-01, times: 4 }]")
                .with("/subscription/specialServices", "[sp-dev-support]");
        Setting bought = new Setting("/question/service", "sp-dev-support");

        assertThat(suggestions(usedUp).get(0))
                .isEqualTo(new Suggestion("use-bought-service", List.of(bought), Result.ENTITLED));
        assertThat(suggestions(usedUp)).extracting(Suggestion::code).doesNotContain("buy-special-service");
        assertThat(Alternatives.to(usedUp.question(Trial.GALAXY)).changes())
                .flatExtracting(Alternative::set)
                .contains(bought)
                .extracting(Setting::pointer)
                .doesNotContain("/subscription/specialServices");
    }

    @Test
    void afterTheFirstYearTheBoughtServiceCoversCustomDevelopment() {
        Asked asked = Asked.about("custom-dev-maintenance", "premium")
                .with("/subscription/firstPurchase", "{ serviceStart: 2024-01-01, serviceEnd: 2026-12-31 }")
                .with("/question/topic", "custom-development");
        Asked owner = asked.with("/subscription/specialServices", "[sp-custom-dev-maintenance]");

        assertThat(asked.decide(Trial.PREMIUM).suggestions())
                .extracting(Suggestion::code)
                .containsExactly("buy-special-service");
        assertThat(owner.decide(Trial.PREMIUM).suggestions())
                .containsExactly(new Suggestion(
                        "use-bought-service",
                        List.of(new Setting("/question/service", "sp-custom-dev-maintenance")),
                        Result.ENTITLED));
    }

    @Test
    void aProductWithoutImIsPointedToTheHotline() {
        Asked asked = Asked.about("im-support", "premium")
                .with("/subscription/product", "kingdee-k3-wise")
                .with("/question/topic", "application");

        Decision decision = asked.decide(Trial.PREMIUM);
        assertThat(decision.outcome()).isEqualTo(Result.NOT_ENTITLED);
        assertThat(decision.suggestions())
                .first()
                .isEqualTo(new Suggestion(
                        "ask-open-service", List.of(new Setting("/question/service", "hotline")), Result.ENTITLED));
    }

    @Test
    void aLaterStartIsSuggestedWhereTheLeadTimeIsNotMet() {
        ProgrammeRelease release =
                Trial.of(Trial.support("T-01", "basic", "new Granted()"), Trial.support("T-02", "new LeadTime(14)"));

        assertThat(Asked.about("support", "basic")
                        .with("/question/requestedStart", "2026-06-14")
                        .decide(release)
                        .suggestions())
                .containsExactly(new Suggestion(
                        "start-later",
                        List.of(new Setting("/question/requestedStart", LocalDate.of(2026, 6, 15))),
                        Result.ENTITLED));
    }

    @Test
    void everyAlternativeTurnsTheAnswerIntoAYesAndContainsNoSmallerOne() {
        Random random = new Random(10);
        int several = 0;
        for (int i = 0; i < 400; i++) {
            Asked asked = AskedAtRandom.next(random);
            if (asked.tryToDecide(Trial.GALAXY) == null) {
                continue;
            }
            List<Alternative> changes =
                    Alternatives.to(asked.question(Trial.GALAXY)).changes();
            for (Alternative change : changes) {
                several += change.set().size() > 1 ? 1 : 0;
                assertThat(applied(asked, change.set()).decide(Trial.GALAXY).outcome())
                        .as("%s of %s", change.set(), asked)
                        .isEqualTo(Result.ENTITLED);
                assertThat(changes)
                        .filteredOn(other -> !other.equals(change))
                        .noneMatch(other -> change.set().containsAll(other.set()));
            }
        }
        assertThat(several).isPositive();
    }

    private static boolean isClosed(Decision decision) {
        return decision.window() != null
                && Boolean.FALSE.equals(decision.window().open());
    }

    private static List<Suggestion> suggestions(Asked asked) {
        return asked.decide(Trial.GALAXY).suggestions();
    }

    private static Asked applied(Asked asked, List<Setting> settings) {
        Asked changed = asked;
        for (Setting setting : settings) {
            boolean text = setting.value() instanceof OffsetDateTime;
            changed = changed.with(
                    setting.pointer(),
                    text ? "\"" + setting.value() + '"' : setting.value().toString());
        }
        return changed;
    }
}
