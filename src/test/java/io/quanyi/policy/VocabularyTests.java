package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.facts.Absent;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Of;
import io.quanyi.policy.model.OutcomeForms;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the form of the types of facts and outcomes, of which rules are made. */
class VocabularyTests {

    static Stream<RecordComponent> facts() {
        return RuleVocabulary.FACTS.values().stream()
                .filter(type -> type.type() != Measure.class)
                .flatMap(type -> Arrays.stream(type.type().getRecordComponents()));
    }

    static Stream<RecordComponent> outcomes() {
        return RuleVocabulary.OUTCOMES.values().stream()
                .flatMap(type -> Arrays.stream(type.type().getRecordComponents()));
    }

    static Stream<RecordComponent> all() {
        return Stream.concat(facts(), outcomes());
    }

    static Stream<Absent> assumed() {
        return facts().map(component -> component.getAnnotation(Absent.class))
                .filter(absent -> absent != null && absent.means() == Meaning.ASSUMED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noNameBeginsSoThatTheEngineCannotReadIt(RecordComponent component) {
        assertThat(component.getName()).doesNotStartWith("is").matches("[a-z][A-Za-z]*");
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatMayBeNullSaysWhatItsAbsenceMeansAndNothingElseDoes(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        assertThat(component.isAnnotationPresent(Absent.class)).isEqualTo(nullable);
        assertThat(component.getType().isPrimitive() && nullable).isFalse();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void anAbsentFactIsAskedForByAMemberOfARequest(RecordComponent component) {
        Absent absent = component.getAnnotation(Absent.class);
        if (absent != null) {
            assertThat(absent.pointer()).matches("/(subscription|question)(/[a-z][A-Za-z]*)+");
            assertThat(absent.condition().isEmpty()).isEqualTo(absent.means() != Meaning.ASSUMED);
        }
    }

    @ParameterizedTest
    @MethodSource("assumed")
    void whatIsAssumedIsSaidInBothLanguages(Absent absent) {
        for (Language language : Language.values()) {
            assertThat(Texts.of(language, "condition." + absent.condition())).isNotBlank();
        }
    }

    @Test
    void eachAssumptionIsOneOfItsOwn() {
        assertThat(assumed().map(Absent::condition)).doesNotHaveDuplicates().isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTextIsAnIdOfASet(RecordComponent component) {
        assertThat(component.isAnnotationPresent(Of.class)).isEqualTo(component.getType() == String.class);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFieldThatRulesMayMatchIsAnIdANumberADateOrATruth(RecordComponent component) {
        Class<?> type = component.getType();
        assertThat(type == String.class || number(type) || type == LocalDate.class || type == Boolean.class)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Domain.class)
    void everySetOfIdsHasIdsFromTheVocabularyOrFromTheCatalogue(Domain domain) {
        assertThat(DemoPolicy.CATALOGUE.ids(domain)).isNotEmpty();
    }

    @Test
    void whatIsListedIsAlwaysKnown() {
        assertThat(RuleVocabulary.FACTS.values().stream()
                        .filter(type -> type.isListed())
                        .flatMap(type -> type.fields().values().stream()))
                .isNotEmpty()
                .noneMatch(field -> field.mayBeAbsent());
    }

    @Test
    void onlyAPlanIsBothFactAndOutcome() {
        Set<String> both = RuleVocabulary.FACTS.keySet().stream()
                .filter(RuleVocabulary.OUTCOMES::containsKey)
                .collect(Collectors.toSet());
        assertThat(both).containsExactly("Plan");
    }

    @Test
    void everyOutcomeCanBeWritten() {
        assertThat(RuleVocabulary.OUTCOMES.values())
                .allSatisfy(type -> assertThat(OutcomeForms.examples(type, DemoPolicy.CATALOGUE))
                        .isNotEmpty()
                        .allSatisfy(example -> assertThat(example).startsWith("new " + type.name() + "(")));
    }

    private static boolean number(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type == int.class;
    }
}
