package io.quanyi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.OutcomeWords;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Condition;
import io.quanyi.facts.DeliveredBy;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Denied;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.FulfilledBy;
import io.quanyi.facts.Granted;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.Hours;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Payable;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Priority;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Resolution;
import io.quanyi.facts.Response;
import io.quanyi.facts.Seat;
import io.quanyi.facts.Undetermined;
import io.quanyi.facts.Verdict;
import io.quanyi.servicetime.Target;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every outcome has words in both languages. */
class OutcomeWordsTests {

    private static final Map<Outcome, String> ENGLISH = new LinkedHashMap<>();

    static {
        ENGLISH.put(new Granted(), "Included in the customer's plan");
        ENGLISH.put(new Denied("product-not-open"), "The service is not yet open to the customer's product");
        ENGLISH.put(
                new Undetermined("refer-to-contract"), "The vendor's document does not decide this; see the contract");
        ENGLISH.put(new Payable("available-at-fee"), "Not included in the plan; available for a fee");
        ENGLISH.put(new Plan("basic"), "includes the content of plan Basic");
        ENGLISH.put(new Condition("upon-application"), "It must be applied for");
        ENGLISH.put(new Response(Target.workingDays(0.5), "5x8"), "Answered within 0.5 working days (5×8 hours)");
        ENGLISH.put(new Resolution(Target.hours(1)), "Solved within 1 hour");
        ENGLISH.put(new FulfilledBy("human-contact"), "met by contact with a person");
        ENGLISH.put(new Hours("7x24"), "open 7×24 hours");
        ENGLISH.put(new LeadTime(14), "to be requested 14 days ahead");
        ENGLISH.put(new Quota(2, "time", "service-year"), "2 times per service year");
        ENGLISH.put(new EachLimit(0.5, "person-day"), "at most 0.5 person-days at a time");
        ENGLISH.put(new GroupLimit(5), "at most 5 people in the group");
        ENGLISH.put(new Channel("phone"), "through Phone");
        ENGLISH.put(new Seat("dedicated"), "seat: dedicated");
        ENGLISH.put(new Priority("highest"), "priority: highest");
        ENGLISH.put(new io.quanyi.facts.Language("local"), "in the local language");
        ENGLISH.put(new Delivery("on-site"), "given on site");
        ENGLISH.put(new DeliveredBy("bot"), "given by a bot");
        ENGLISH.put(new Charge(200, 300, "CNY", "incident", true), "costs about CNY 200–300 per incident");
        ENGLISH.put(
                new ChargeShare(0.07, 0.1, "contract-amount", "year", false),
                "costs 7%–10% of the contract amount per year");
    }

    @Test
    void everyKindOfOutcomeIsHere() {
        assertThat(ENGLISH.keySet().stream().map(Outcome::getClass).map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(
                        kinds(Outcome.class).map(Class::getName).toList());
    }

    @Test
    void anOutcomeIsSaidInWords() {
        OutcomeWords words = words(Language.ENGLISH);
        assertThat(ENGLISH)
                .allSatisfy((outcome, said) -> assertThat(words.said(outcome)).isEqualTo(said));
    }

    @Test
    void aChargeThatIsOpenAboveOrExactSaysSo() {
        OutcomeWords words = words(Language.ENGLISH);
        assertThat(words.said(new Charge(200, "CNY", "incident", false)))
                .isEqualTo("costs CNY 200 or more per incident");
        assertThat(words.said(new Charge(200, 200, "CNY", "incident", false))).isEqualTo("costs CNY 200 per incident");
        assertThat(words.said(new ChargeShare(0.1, 0.1, "contract-amount", "year", true)))
                .isEqualTo("costs about 10% of the contract amount per year");
    }

    @Test
    void everyOutcomeIsSaidInChinese() {
        OutcomeWords words = words(Language.CHINESE);
        assertThat(ENGLISH.keySet())
                .allSatisfy(outcome -> assertThat(words.said(outcome)).containsPattern("\\p{IsHan}"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPartOfAnAnswerAndEveryMemberThatSuppliesAFactHasAName(Language language) {
        ExplanationWords wording = new ExplanationWords(ShippedExplanations.release("kingdee-galaxy-public"), language);
        assertThat(kinds(Outcome.class).filter(type -> !Verdict.class.isAssignableFrom(type)))
                .allSatisfy(type -> assertThat(Texts.has(language, "explain.part." + type.getSimpleName()))
                        .isTrue());
        List<String> pointers = FactField.all().stream()
                .map(FactField::absent)
                .filter(Objects::nonNull)
                .map(Absent::pointer)
                .toList();
        assertThat(pointers)
                .isNotEmpty()
                .noneMatch(pointer -> wording.member(pointer).equals(pointer));
    }

    private static OutcomeWords words(Language language) {
        return new OutcomeWords(new AnswerWords(ShippedExplanations.release("kingdee-galaxy-public"), language));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(OutcomeWordsTests::kinds);
    }
}
