package io.quanyi.workshop.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scaffold is refused for each fault that it adds, also where it mends another of the same kind in the same file. */
class AddedFaultsTests {

    private static final String FILE = "tiny/policy/1/help.drl";

    @Test
    void aFaultWhoseLineMovedIsNotNew() {
        assertThat(ScaffoldCommand.added(
                        tree("a\nwrong\n"), List.of(at(2, "x")), tree("a\nb\nc\n  wrong\n"), List.of(at(4, "x"))))
                .isEmpty();
    }

    @Test
    void aFaultDoesNotHideBehindOneThatIsMended() {
        Fault added = at(2, "x");
        assertThat(ScaffoldCommand.added(
                        tree("wrong\nfine\n"), List.of(at(1, "x")), tree("fine\nworse\n"), List.of(added)))
                .containsExactly(added);
    }

    @Test
    void aSecondFaultOnAnEqualLineIsNew() {
        Fault added = at(2, "x");
        assertThat(ScaffoldCommand.added(
                        tree("wrong\n"), List.of(at(1, "x")), tree("wrong\nwrong\n"), List.of(at(1, "x"), added)))
                .containsExactly(added);
    }

    @Test
    void faultsOfAWholeFileAreToldApartByTheirSubjectAndNotByWhatIsKnown() {
        Fault old = Fault.at(Position.of(FILE), "some", "二", "one, two");
        Fault same = Fault.at(Position.of(FILE), "some", "二", "one, two, three");
        Fault added = Fault.at(Position.of(FILE), "some", "三", "one, two");
        assertThat(ScaffoldCommand.added(tree(""), List.of(old), tree(""), List.of(same)))
                .isEmpty();
        assertThat(ScaffoldCommand.added(tree(""), List.of(old), tree(""), List.of(added)))
                .containsExactly(added);
    }

    private static Fault at(int line, String argument) {
        return Fault.at(new Position(FILE, line, 1), "some", argument);
    }

    private static SourceTree tree(String text) {
        return SourceTree.of(List.of(new SourceFile(FILE, text.getBytes(StandardCharsets.UTF_8))));
    }
}
