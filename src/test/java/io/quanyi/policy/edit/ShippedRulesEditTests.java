package io.quanyi.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.PolicyFiles;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes every part of every shipped rule and takes the change back. */
@Tag("slow")
class ShippedRulesEditTests {

    static Stream<Named<SourceFile>> files() {
        return ShippedRules.files().map(file -> Named.of(file.path(), file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRuleIsShownAndWithoutAChangeTheFileIsTheSame(SourceFile file) {
        WrittenRules rules = WrittenRules.of(file);
        Policy understood = ShippedRules.understood(file, ShippedRules.catalogue(ShippedRules.programme(file)));

        assertThat(rules.unreadable()).isEmpty();
        assertThat(rules.rules())
                .extracting(WrittenRule::id)
                .containsExactlyInAnyOrderElementsOf(
                        understood.rules().stream().map(Rule::id).toList());
        assertThat(rules.file().bytes()).isEqualTo(file.bytes());
        for (WrittenRule rule : rules.rules()) {
            assertThat(rules.with(rule, rule).file().bytes()).isEqualTo(file.bytes());
            assertThat(rules.text(rule)).isEqualTo(rule(understood, rule.id()).text());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyValueChangedAndChangedBackGivesTheSameBytes(SourceFile file) {
        WrittenRules rules = WrittenRules.of(file);
        for (WrittenRule rule : rules.rules()) {
            for (WrittenRule changed : otherValues(rule)) {
                WrittenRules edited = rules.with(rule, changed);
                WrittenRule read = edited.rule(rule.id()).orElseThrow();
                assertThat(read.drl()).isEqualTo(changed.drl());
                assertThat(edited.with(read, rule).file().bytes()).isEqualTo(file.bytes());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPartRemovedAndAddedAgainGivesAnEqualRule(SourceFile file) {
        WrittenRules rules = WrittenRules.of(file);
        Map<String, String> others = drl(rules);
        for (WrittenRule rule : rules.rules()) {
            for (WrittenRule less : withoutOnePart(rule)) {
                WrittenRules edited = rules.with(rule, less);
                WrittenRule read = edited.rule(rule.id()).orElseThrow();
                assertThat(read.drl()).isEqualTo(less.drl());
                assertThat(drl(edited.with(read, rule))).isEqualTo(others);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRuleRemovedAndAddedAgainMeansTheSame(SourceFile file) {
        Catalogue catalogue = ShippedRules.catalogue(ShippedRules.programme(file));
        WrittenRules rules = WrittenRules.of(file);
        for (WrittenRule rule : rules.rules()) {
            WrittenRules less = rules.without(rule);
            assertThat(less.rules()).hasSize(rules.rules().size() - 1);
            SourceFile again = less.adding(rule, List.of()).file();
            assertThat(meaning(ShippedRules.understood(again, catalogue)))
                    .isEqualTo(meaning(ShippedRules.understood(file, catalogue)));
            assertThat(new String(again.bytes(), StandardCharsets.UTF_8))
                    .doesNotContain("\n\n\n")
                    .endsWith("end\n");
        }
    }

    @Test
    void everyMutationOfARuleIsWrittenSoThatItMeansThatMutation() {
        String programme = "kingdee-galaxy-public";
        Catalogue catalogue = ShippedRules.catalogue(programme);
        List<SourceFile> files = ShippedRules.files()
                .filter(file -> file.path().startsWith(programme + "/policy/2025.1/"))
                .toList();
        CompiledPolicy policy = Objects.requireNonNull(
                CompiledPolicy.compile(programme, "2025.1", new PolicyFiles(files), catalogue, new Faults()));
        for (PolicyMutation mutation : PolicyMutations.of(policy).all()) {
            if (mutation.kind() != MutationKind.RULE_DROPPED) {
                String id = mutation.rule().id();
                Rule expected = rule(mutation.policy().policy(), id);
                SourceFile file = files.stream()
                        .filter(one -> WrittenRules.of(one).rule(id).isPresent())
                        .findFirst()
                        .orElseThrow();
                assertThat(meaning(ShippedRules.understood(changed(file, expected), catalogue)))
                        .as(mutation.toString())
                        .containsEntry(id, meaning(expected));
            }
        }
    }

    private static SourceFile changed(SourceFile file, Rule expected) {
        WrittenRules rules = WrittenRules.of(file);
        WrittenRule was = rules.rule(expected.id()).orElseThrow();
        String condition = expected.patterns().stream().map(DrlWriter::of).collect(Collectors.joining("\n"));
        String outcomes = expected.insertions().stream()
                .map(one -> "insert(" + DrlWriter.of(one) + ");")
                .collect(Collectors.joining("\n"));
        WrittenRule is = new RuleParser("rule \"x\" @id(A-1) when " + condition + " then " + outcomes + " end")
                .rules(new ArrayList<>())
                .get(0);
        return rules.with(was, was.asking(is.patterns()).stating(is.insertions()))
                .file();
    }

    private static List<WrittenRule> otherValues(WrittenRule rule) {
        List<WrittenRule> all = new ArrayList<>();
        all.add(rule.titled("Something else"));
        all.add(rule.translated(Language.ENGLISH, "Something else"));
        all.addAll(each(rule.clauses(), clause -> List.of("§ 0"), rule::citing));
        all.addAll(each(rule.patterns(), ShippedRulesEditTests::otherPatterns, rule::asking));
        all.addAll(each(rule.insertions(), ShippedRulesEditTests::otherInsertions, rule::stating));
        return all;
    }

    private static List<WrittenPattern> otherPatterns(WrittenPattern pattern) {
        List<WrittenPattern> all = new ArrayList<>(each(
                pattern.constraints(),
                one -> each(
                        one.values(),
                        value -> List.of(other(value)),
                        values -> new WrittenConstraint(
                                TextRange.NONE, one.field(), one.operator(), TextRange.NONE, values)),
                constraints ->
                        WrittenPattern.of(pattern.quantifier(), pattern.fact().drl(), constraints)));
        all.add(WrittenPattern.of(
                pattern.quantifier().isEmpty() ? "not" : "", pattern.fact().drl(), pattern.constraints()));
        return all;
    }

    private static List<WrittenInsertion> otherInsertions(WrittenInsertion insertion) {
        return each(
                insertion.arguments(),
                value -> List.of(other(value)),
                arguments -> WrittenInsertion.of(insertion.type(), arguments));
    }

    private static WrittenValue other(WrittenValue value) {
        if (value.isTime()) {
            return WrittenValue.of("hours(99)");
        }
        return value.isText() ? WrittenValue.text("another") : WrittenValue.of(value.isVariable() ? "$another" : "77");
    }

    private static List<WrittenRule> withoutOnePart(WrittenRule rule) {
        List<WrittenRule> all = new ArrayList<>();
        all.add(rule.translated(Language.ENGLISH, ""));
        all.add(rule.citing(List.of()));
        all.add(rule.reading(List.of()));
        all.addAll(less(rule.clauses()).map(rule::citing).toList());
        all.addAll(less(rule.patterns()).map(rule::asking).toList());
        all.addAll(less(rule.insertions()).map(rule::stating).toList());
        all.addAll(each(
                rule.patterns(),
                pattern -> less(pattern.constraints())
                        .map(left -> WrittenPattern.of(
                                pattern.quantifier(), pattern.fact().drl(), left))
                        .toList(),
                rule::asking));
        return all;
    }

    /** The list without each of its elements in turn. */
    private static <T> Stream<List<T>> less(List<T> list) {
        return list.stream()
                .map(one -> list.stream().filter(other -> other != one).toList());
    }

    /** The results for each list in which one element is replaced by one of its other values. */
    private static <T, R> List<R> each(List<T> list, Function<T, List<T>> others, Function<List<T>, R> made) {
        List<R> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            for (T other : others.apply(list.get(i))) {
                List<T> changed = new ArrayList<>(list);
                changed.set(i, other);
                all.add(made.apply(changed));
            }
        }
        return all;
    }

    private static Map<String, String> drl(WrittenRules rules) {
        return rules.rules().stream().collect(Collectors.toMap(WrittenRule::id, WrittenRule::drl));
    }

    private static Rule rule(Policy policy, String id) {
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<Object>> meaning(Policy policy) {
        return policy.rules().stream().collect(Collectors.toMap(Rule::id, ShippedRulesEditTests::meaning));
    }

    private static List<Object> meaning(Rule rule) {
        return List.of(
                rule.info().title(), rule.info().clauses(), rule.info().readings(), rule.patterns(), rule.insertions());
    }
}
