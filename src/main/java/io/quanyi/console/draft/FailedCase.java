package io.quanyi.console.draft;

import io.quanyi.source.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The values of the template {@code failing.html} for a case that fails. */
public final class FailedCase {

    private FailedCase() {}

    /**
     * A case with its differences: those of values beside each other, others in words.
     *
     * @param differences the differences, by the names of the draft's files; at least one
     */
    public static Map<String, Object> of(DraftScreen screen, List<Fault> differences) {
        Fault first = differences.get(0);
        boolean own = screen.view().content().file(first.position().file()).isPresent();
        return Map.of(
                "name", first.words(screen.language()).get(0),
                "place", first.position().toString(),
                "own", own ? first.position().file() + ":" + first.position().line() : "",
                "links",
                        Stream.of(first.position())
                                .filter(place -> own)
                                .map(place -> TextAddress.of(screen, place.file(), place.line()))
                                .toList(),
                "values",
                        differences.stream()
                                .filter(FailedCase::isOfValues)
                                .map(fault -> fault.words(screen.language()))
                                .map(words ->
                                        Map.of("member", words.get(1), "expected", words.get(2), "came", words.get(3)))
                                .toList(),
                "others",
                        differences.stream()
                                .filter(fault -> !isOfValues(fault))
                                .map(fault -> fault.message(screen.language()))
                                .toList());
    }

    private static boolean isOfValues(Fault fault) {
        return fault.code().equals("case-failed");
    }
}
