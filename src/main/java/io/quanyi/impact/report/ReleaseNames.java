package io.quanyi.impact.report;

import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of ids that two releases have, in one language: that of the later release, else that of the earlier. A name that several ids
 * have is followed by the id, so that a reader can tell them apart.
 */
final class ReleaseNames {

    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final Language language;
    private final Map<Domain, Map<String, Set<String>>> ids = new EnumMap<>(Domain.class);

    ReleaseNames(ProgrammeRelease before, ProgrammeRelease after, Language language) {
        this.before = before;
        this.after = after;
        this.language = language;
    }

    /** The name of an id; the id itself if it has none. */
    String name(Domain domain, String id) {
        String name = plain(domain, id);
        Set<String> named = ids.computeIfAbsent(domain, this::byName).getOrDefault(name, Set.of());
        return named.stream().allMatch(id::equals)
                ? name
                : Punctuation.of(language).beside(name, id);
    }

    /** The name of a value of a measure; a value that neither release declares as an id, such as a number, as it is. */
    String value(String measure, String value) {
        return Stream.of(before, after)
                        .anyMatch(
                                release -> release.catalogue().valuesOf(measure).contains(value))
                ? name(Domain.MEASURE_VALUE, value)
                : value;
    }

    private String plain(Domain domain, String id) {
        String name = new AnswerWords(after, language).name(domain, id);
        return name.equals(id) ? new AnswerWords(before, language).name(domain, id) : name;
    }

    private Map<String, Set<String>> byName(Domain domain) {
        return Stream.of(before, after)
                .flatMap(release -> Stream.of(
                        release.catalogue().ids(domain),
                        release.catalogue().elsewhere().get(domain)))
                .filter(Objects::nonNull)
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(id -> plain(domain, id), Collectors.toCollection(TreeSet::new)));
    }
}
