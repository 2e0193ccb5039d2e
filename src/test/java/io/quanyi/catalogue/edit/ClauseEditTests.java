package io.quanyi.catalogue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Clauses;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.BilingualText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that another basis of a shipped clause is read as exactly that, and leaves all other lines alone. */
class ClauseEditTests {

    private static final BilingualText REASON =
            new BilingualText(Map.of("zh-CN", "理由：甲、乙", "en", "A reason: \"a\", {b} # c"));

    static Stream<SourceFile> shipped() {
        return SourceTree.ofFolder(Path.of("rules")).under("").stream()
                .filter(file -> file.path().endsWith("/" + Clauses.FILE));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachClauseGetsEachBasis(SourceFile file) {
        List<Clause> before = clauses(file);
        for (int i = 0; i < before.size(); i += 7) {
            Clause clause = before.get(i);
            for (Clause wanted : List.of(
                    other(clause, true, null, null),
                    other(clause, false, REASON, null),
                    other(clause, false, null, List.of("windows/24x7", "plans/basic")))) {
                List<Clause> expected = new ArrayList<>(before);
                expected.set(i, wanted);
                assertThat(clauses(ClauseEdit.of(file, wanted))).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aReasonIsGivenAndTakenBack(SourceFile file) {
        for (Clause clause :
                clauses(file).stream().filter(Clause::decides).limit(5).toList()) {
            SourceFile given = ClauseEdit.of(file, other(clause, false, REASON, null));
            assertThat(text(ClauseEdit.of(given, clause))).isEqualTo(text(file));
        }
        Clause first = clauses(file).get(0);
        assertThat(ClauseEdit.of(file, first)).isSameAs(file);
    }

    @Test
    void onlyTheLinesOfTheBasisAreWritten() {
        SourceFile file = file("""
                clauses:
                  # the first
                  - number: 一
                    quote: 原文
                    decides: true   # it does
                  - { number: 一, item: 甲, quote: 乙, decides: true }
                """);
        Clause whole = clauses(file).get(0);
        Clause item = clauses(file).get(1);
        assertThat(text(ClauseEdit.of(file, other(whole, false, REASON, null))))
                .contains("  # the first\n  - number: 一\n    quote: 原文\n    decides: false   # it does\n")
                .contains("  - { number: 一, item: 甲, quote: 乙, decides: true }\n");
        assertThat(text(ClauseEdit.of(file, other(item, false, null, List.of("windows/24x7")))))
                .contains("decides: true   # it does")
                .contains("- { number: 一, item: 甲, quote: 乙, decides: false, catalogue: [windows/24x7] }");
    }

    @Test
    void aClauseThatIsNotThereChangesNothing() {
        SourceFile file = file("clauses:\n  - { number: 一, quote: 乙, decides: true }\n");
        Clause unknown = new Clause("一", "丙", "乙", null, false, REASON, null);
        assertThat(ClauseEdit.of(file, unknown)).isSameAs(file);
    }

    private static Clause other(
            Clause clause, boolean decides, @Nullable BilingualText reason, @Nullable List<String> entries) {
        return new Clause(clause.number(), clause.item(), clause.quote(), clause.gloss(), decides, reason, entries);
    }

    private static List<Clause> clauses(SourceFile file) {
        Faults faults = new Faults();
        Clauses clauses = Clauses.read(file, Set.of(), false, faults);
        faults.throwIfAny();
        return List.copyOf(Objects.requireNonNull(clauses).all());
    }

    private static SourceFile file(String text) {
        return new SourceFile(Clauses.FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
