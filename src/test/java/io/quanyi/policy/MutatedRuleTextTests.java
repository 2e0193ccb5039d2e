package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Outcome;
import io.quanyi.policy.edit.WrittenRules;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.reading.PolicyReader;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the shipped files with thousands of random changes of their text: the reader never fails and accepts only harmless rules. */
class MutatedRuleTextTests {

    private static final int MUTANTS = 1_000;
    private static final List<String> FOREIGN = List.of(
            "\"",
            "(",
            ")",
            ";",
            ",",
            "==",
            "!=",
            "not ",
            "in",
            "or",
            "eval(",
            "new ",
            "insert(",
            "then",
            "end",
            "rule ",
            "when",
            "System.exit(1)",
            "$x",
            "$x : ",
            "@",
            "//",
            "/*",
            "*/",
            "\\u0022",
            "\u202e",
            "\r",
            "\0",
            "1e9",
            "-1",
            "null",
            "true",
            "import java.io.*\n",
            "Plan(",
            "new Plan(\"basic\")",
            "service",
            "0.5",
            "\ud83d",
            "\u4e00");

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 3).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(60)
    void noMutantFailsHangsOrDoesMoreThanInsertOutcomes(int seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < MUTANTS; i++) {
            SourceFile original = GalaxyPolicy.RULES.get(random.nextInt(GalaxyPolicy.RULES.size()));
            SourceFile mutant = mutant(original, random);
            Faults faults = new Faults();
            Policy policy = PolicyReader.read(
                    "2025.1",
                    new PolicyFiles(List.of(mutant)).sources(GalaxyPolicy.PROGRAMME),
                    GalaxyPolicy.CATALOGUE,
                    faults);
            policy.rules().forEach(rule -> assertHarmless(rule, GalaxyPolicy.CATALOGUE));
            faults.sorted().forEach(MutatedRuleTextTests::assertReadable);
            taken += faults.isEmpty() ? 1 : 0;
            assertThat(!faults.isEmpty() || WrittenRules.of(mutant).unreadable().isEmpty())
                    .as("a rule that is understood is shown in its parts")
                    .isTrue();
            if (faults.isEmpty() && taken % 10 == 0) {
                assertThat(CompiledPolicy.compile(
                                GalaxyPolicy.PROGRAMME,
                                "2025.1",
                                new PolicyFiles(List.of(mutant)),
                                GalaxyPolicy.CATALOGUE,
                                new Faults()))
                        .isNotNull();
            }
        }
        assertThat(taken).as("mutants taken, of " + MUTANTS).isBetween(1, MUTANTS / 2);
    }

    /** Asserts that a rule inserts outcomes by their constructors, and names only services of the catalogue. */
    static void assertHarmless(Rule rule, Catalogue catalogue) {
        assertThat(rule.insertions()).isNotEmpty().allSatisfy(insertion -> {
            assertThat(Outcome.class).isAssignableFrom(insertion.type());
            assertThat(insertion.constructor().getDeclaringClass()).isEqualTo(insertion.type());
        });
        assertThat(catalogue.services().keySet()).containsAll(rule.except());
        if (rule.services() != null) {
            assertThat(catalogue.services().keySet()).containsAll(rule.services());
        }
        assertThat(rule.patterns()).isNotEmpty();
    }

    /** Each language says it, in characters that a terminal shows and does not obey. */
    static void assertReadable(Fault fault) {
        for (Language language : Language.values()) {
            assertThat(fault.describe(language)).isNotBlank().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
        }
    }

    private static SourceFile mutant(SourceFile original, Random random) {
        String text = new String(original.bytes(), StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text = random.nextBoolean() ? characters(text, random) : words(text, random);
        }
        return new SourceFile(original.path(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String characters(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(4));
        String piece = text.substring(from, to);
        String instead = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> piece + piece;
            case 2 -> new StringBuilder(piece).reverse().toString();
            default -> FOREIGN.get(random.nextInt(FOREIGN.size()));
        };
        return text.substring(0, from) + instead + text.substring(to);
    }

    private static String words(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
        int one = random.nextInt(words.size());
        int other = random.nextInt(words.size());
        switch (random.nextInt(4)) {
            case 0 -> words.remove(one);
            case 1 -> words.add(one, words.get(other));
            case 2 -> Collections.swap(words, one, other);
            default -> words.set(one, FOREIGN.get(random.nextInt(FOREIGN.size())));
        }
        return String.join("", words);
    }
}
