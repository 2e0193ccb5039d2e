package io.quanyi.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped cases cover every rule and every clause that decides, and detect nearly every mutation. */
@Tag("slow")
class ShippedCoverageTests {

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));
    private static final Set<ItemKind> ALL_COVERED =
            Set.of(ItemKind.RULE_FIRES, ItemKind.CLAUSE, ItemKind.PLAN, ItemKind.SERVICE);
    private static final Set<MutationKind> ALL_DETECTED = Set.of(
            MutationKind.RULE_DROPPED,
            MutationKind.INSERTION_DROPPED,
            MutationKind.COMPARISON_SHIFTED,
            MutationKind.NUMBER_CHANGED);

    static List<ReleaseId> releases() {
        return RulesTree.candidates(SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyRuleAndEveryClauseThatDecidesIsCovered(ReleaseId id) {
        CheckedRelease checked = checked(id);
        CaseCoverage coverage = CaseCoverage.of(checked.release(), checked.cases());
        assertThat(coverage.counts()).containsKeys(ALL_COVERED.toArray(ItemKind[]::new));
        assertThat(coverage.missing())
                .filteredOn(item -> ALL_COVERED.contains(item.kind()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    @Timeout(120)
    void nineteenMutationsInTwentyAreDetectedAndTheOthersExplained(ReleaseId id) {
        CheckedRelease checked = checked(id);
        MutationResults mutations = MutationResults.of(
                checked.release(), checked.cases(), Instant.parse("2026-06-17T02:00:00Z"), (done, of) -> {});
        assertThat(mutations.survivors())
                .filteredOn(mutation -> ALL_DETECTED.contains(mutation.kind()))
                .isEmpty();
        assertThat(mutations.score().detected() * 100L)
                .as("%s", mutations.score())
                .isGreaterThanOrEqualTo(mutations.score().of() * 95L);
        assertExplained(id, mutations);
    }

    /** Checks that docs/coverage.md explains exactly the surviving mutations. */
    private static void assertExplained(ReleaseId id, MutationResults mutations) {
        assertThat(explained(id.programme()))
                .containsExactlyInAnyOrderElementsOf(mutations.survivors().stream()
                        .filter(mutation -> mutation.kind() != MutationKind.CONDITION_DROPPED)
                        .map(mutation ->
                                mutation.rule().id() + " | `" + mutation.what() + "` | `" + mutation.instead() + "`")
                        .toList());
    }

    private static List<String> explained(String programme) {
        String row = "| `" + programme + "` | ";
        try (Stream<String> lines = Files.lines(Path.of("docs/coverage.md"))) {
            return lines.filter(line -> line.startsWith(row) && line.contains("` | `"))
                    .map(line -> line.substring(row.length(), line.lastIndexOf("` | ") + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckedRelease checked(ReleaseId id) {
        Faults faults = new Faults();
        CheckedRelease checked = CheckedRelease.of(SHIPPED, id, CheckScope.parts(), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(checked);
    }
}
