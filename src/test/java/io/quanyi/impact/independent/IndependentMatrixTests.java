package io.quanyi.impact.independent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.advice.Matrix;
import io.quanyi.impact.independent.EditChoice.ReadEdit;
import io.quanyi.impact.independent.MatrixCheck.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds random requests against the members on which the cells of the matrix depend, in releases with an edit. With {@code -Dmatrix.every=10}
 * an edit of each tenth kind is taken, and the counts are printed.
 */
@Tag("slow")
class IndependentMatrixTests {

    private static final int EVERY = Integer.getInteger("matrix.every", 190);
    private static final int LINES = 12;
    private static final int TRIES = 20;
    private static final int MANY = 20 * TRIES;

    @Test
    void aCellNamesTheMembersThatChangeItsAnswerAndNoOther() {
        List<String> faults = new ArrayList<>();
        int[] counts = new int[4];
        EditChoice.every(EVERY).flatMap(choice -> choice.read(1)).forEach(edit -> {
            Random random = new Random(1);
            MatrixCheck check = check(edit, random);
            List<Line> lines = some(check.lines(), random);
            lines.forEach(line -> faults(check, line).forEach(fault -> faults.add(edit.edit() + ": " + fault)));
            counts[0]++;
            counts[1] += lines.size();
            counts[2] += lines.stream().mapToInt(line -> line.named().size()).sum();
            counts[3] += check.requests();
        });
        if (System.getProperty("matrix.every") != null) {
            System.out.printf(
                    "| %,d | %,d | %,d | %,d | %,d |%n", counts[0], counts[1], counts[2], counts[3], faults.size());
        }
        assertThat(counts[2]).isPositive();
        assertThat(faults).isEmpty();
    }

    private static MatrixCheck check(ReadEdit edit, Random random) {
        TriedValues values = new TriedValues(edit.edit(), edit.before(), edit.after());
        return new MatrixCheck(edit.after(), new RequestMaker(values, random), random);
    }

    /** Some lines, two of three among those that name a member. */
    private static List<Line> some(List<Line> lines, Random random) {
        List<Line> naming =
                lines.stream().filter(line -> !line.named().isEmpty()).toList();
        List<Line> some = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            List<Line> from = i % 3 == 0 || naming.isEmpty() ? lines : naming;
            some.add(from.get(random.nextInt(from.size())));
        }
        return some;
    }

    private static List<String> faults(MatrixCheck check, Line line) {
        Stream<String> needless = check.needless(line, MANY).stream().map(pointer -> line + ": needless " + pointer);
        return Stream.concat(
                        Stream.of(check.unnamed(line, TRIES), check.unsaid(line, TRIES))
                                .flatMap(Stream::ofNullable),
                        needless)
                .toList();
    }

    @Test
    void aMemberThatACellFailsToNameIsFoundAndSoIsOneThatItNamesNeedlessly() {
        ReadEdit edit = EditChoice.ALL.get(0).read(1).findFirst().orElseThrow();
        MatrixCheck check = check(edit, new Random(1));
        Line line = check.lines().stream()
                .filter(one -> one.content().decision() == null && one.named().contains("/subscription/product"))
                .findFirst()
                .orElseThrow();
        TreeSet<String> fewer = new TreeSet<>(line.named());
        fewer.remove("/subscription/product");
        assertThat(check.unnamed(forged(line, fewer), MANY)).isNotNull();
        TreeSet<String> more = new TreeSet<>(line.named());
        more.add("/subscription/customerTimeZone");
        assertThat(check.needless(forged(line, more), MANY)).containsExactly("/subscription/customerTimeZone");
    }

    private static Line forged(Line line, Set<String> named) {
        return new Line(line.service(), line.plan(), line.severity(), new Matrix.Content(null, List.copyOf(named)));
    }
}
