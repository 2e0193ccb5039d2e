package io.quanyi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Selected;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that every code that is shown has a text in both languages, and that every text belongs to such a code. */
class TextsTests {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private static Set<String> codes() {
        return new TreeSet<>(Texts.codes(Language.ENGLISH));
    }

    @Test
    void bothLanguagesHaveTheSameCodes() {
        assertThat(Texts.codes(Language.CHINESE)).containsExactlyInAnyOrderElementsOf(Texts.codes(Language.ENGLISH));
    }

    @Test
    void bothLanguagesShowTheSameArgumentsAndNothingIsLeftOpen() {
        assertThat(codes()).isNotEmpty().allSatisfy(TextsTests::assertSameArgumentsAndNothingLeftOpen);
    }

    private static void assertSameArgumentsAndNothingLeftOpen(String code) {
        List<String> arguments = List.of("<0>", "<1>", "<2>", "<3>", "<4>");
        String chinese = Texts.of(Language.CHINESE, code, arguments);
        String english = Texts.of(Language.ENGLISH, code, arguments);
        assertThat(shown(chinese)).isEqualTo(shown(english));
        assertThat(shown(english))
                .containsExactlyElementsOf(arguments.subList(0, shown(english).size()));
        assertThat(chinese + english).doesNotContainPattern(PLACE).doesNotContain("''");
        boolean onlyPlaces = chinese.replaceAll("<\\d>|\\p{P}", "").isBlank();
        assertThat(onlyPlaces || Pattern.compile("\\p{IsHan}").matcher(chinese).find())
                .isTrue();
        assertThat(english).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void everyGroundHasATextAndNoOther() {
        assertThat(codes("ground."))
                .isEqualTo(codes(ReasonCode.builtIn().stream().map(ReasonCode::code)));
    }

    @Test
    void everyConditionHasATextAndNoOther() {
        Stream<String> stated = Objects.requireNonNull(Domain.CONDITION.fixed()).stream();
        Stream<String> assumed = facts(Fact.class)
                .flatMap(fact -> Arrays.stream(fact.getRecordComponents()))
                .map(component -> component.getAnnotation(Absent.class))
                .filter(Objects::nonNull)
                .map(Absent::condition)
                .filter(condition -> !condition.isEmpty());
        assertThat(codes("condition."))
                .isEqualTo(codes(
                        Stream.of(stated, assumed, Stream.of("scope-limited")).flatMap(codes -> codes)));
    }

    @Test
    void everyKindOfIdHasATextAndNoOther() {
        assertThat(codes("domain."))
                .isEqualTo(codes(Arrays.stream(Domain.values())
                        .map(domain -> domain.textCode().substring("domain.".length()))));
    }

    @Test
    void everyFactAndEachFieldOfItHasANameAndNoOther() {
        assertThat(codes("fact."))
                .isEqualTo(codes(facts(Fact.class)
                        .flatMap(fact -> Stream.concat(
                                Stream.of(fact.getSimpleName()),
                                Stream.concat(
                                                selection(fact),
                                                Arrays.stream(fact.getRecordComponents())
                                                        .filter(component -> component.getType() != Map.class)
                                                        .map(RecordComponent::getName))
                                        .map(field -> fact.getSimpleName() + "." + field)))));
    }

    /** The names by which a condition selects a field and compares it. */
    private static Stream<String> selection(Class<?> fact) {
        Selected selected = fact.getAnnotation(Selected.class);
        return selected == null ? Stream.of() : Stream.of(selected.by(), Selected.VALUE);
    }

    @Test
    void everyWarningHasATextAndNoOther() {
        assertThat(codes("warning.")).isEqualTo(Sources.firstIn("Warning"));
    }

    @Test
    void everySuggestionHasATextAndNoOther() {
        assertThat(codes("suggestion.")).isEqualTo(Sources.firstIn("(?:RequestChange|Suggestion)"));
    }

    @Test
    void everyFaultThatTheSourcesMakeHasAText() {
        assertThat(codes("fault.")).containsAll(Sources.faults()).containsAll(unknownIds());
    }

    @Test
    void everyTextOfAFaultIsOfAFaultThatTheSourcesMake() {
        Set<String> unused = codes("fault.");
        unused.removeAll(Sources.quoted());
        unused.removeAll(unknownIds());
        assertThat(unused).isEmpty();
    }

    @Test
    void everyDenialAuthorsMayWriteIsAGround() {
        Stream<Domain> verdicts = Stream.of(Domain.DENIAL, Domain.REFERRAL, Domain.SALE);
        assertThat(verdicts.flatMap(domain -> Objects.requireNonNull(domain.fixed()).stream()))
                .isSubsetOf(codes("ground."));
    }

    @ParameterizedTest
    @EnumSource
    void aCodeWithoutATextIsADefect(Language language) {
        assertThat(Texts.has(language, "fault.no-such-code")).isFalse();
        assertThatThrownBy(() -> Texts.of(language, "fault.no-such-code"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(language.tag())
                .hasMessageContaining("fault.no-such-code");
    }

    @Test
    void theLanguageOfTheMachineMakesNoDifference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Texts.of(Language.ENGLISH, "fault.too-many", List.of("1234", "5")))
                    .isEqualTo("1234 are too many; at most 5 are allowed");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The codes that are put together of a domain's name, for the domains that requests name. */
    private static Set<String> unknownIds() {
        return codes(Stream.of(
                        Domain.SERVICE,
                        Domain.PLAN,
                        Domain.PRODUCT,
                        Domain.DEPLOYMENT,
                        Domain.REGION,
                        Domain.SERVED_BY,
                        Domain.PHASE,
                        Domain.DELIVERY,
                        Domain.SUBMITTED_BY,
                        Domain.SEVERITY,
                        Domain.MEASURE,
                        Domain.TOPIC,
                        Domain.ACTIVITY,
                        Domain.CHANNEL,
                        Domain.WINDOW,
                        Domain.CURRENCY)
                .map(domain ->
                        "unknown-" + domain.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static Set<String> shown(String text) {
        return Pattern.compile("<\\d>")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> codes(String prefix) {
        return codes(
                codes().stream().filter(code -> code.startsWith(prefix)).map(code -> code.substring(prefix.length())));
    }

    private static Set<String> codes(Stream<String> codes) {
        return codes.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> facts(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(TextsTests::facts);
    }
}
