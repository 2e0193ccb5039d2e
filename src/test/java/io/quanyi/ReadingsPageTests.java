package io.quanyi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Reading;
import io.quanyi.catalogue.Readings;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every ambiguity of the documents has a reading, and every reading a place where it is held. */
class ReadingsPageTests {

    private final SourceTree rules = SourceTree.ofFolder(Path.of("rules"));
    private final Readings readings =
            requireNonNull(Readings.read(requireNonNull(rules.file("readings.yaml")), new Faults()));

    @Test
    void allSeventySixAreThere() {
        assertThat(readings.all())
                .extracting(Reading::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 76)
                        .mapToObj("A%02d"::formatted)
                        .toList());
    }

    @Test
    void eachIsHeldByARuleOrAWindowOrSaysWhereElse() {
        Set<String> cited = new TreeSet<>();
        for (ReleaseId id : RulesTree.candidates(rules)) {
            ProgrammeRelease release = requireNonNull(RulesTree.draft(rules, id, new Faults()));
            release.policy().rules().forEach(rule -> cited.addAll(rule.readings()));
            release.catalogue().windows().values().forEach(window -> cited.addAll(window.readings()));
        }
        assertThat(readings.all())
                .allSatisfy(reading -> assertThat(cited.contains(reading.id()))
                        .as(reading.id())
                        .isNotEqualTo(reading.held() != null));
    }
}
