package io.quanyi.workshop;

import io.quanyi.catalogue.Reading;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleInfo;
import io.quanyi.text.Language;
import io.quanyi.text.Names;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every reading: which way it goes, and which rules and definitions rest on it, which is where a vendor would change it. */
final class ReadingTable {

    private final Collection<ProgrammeRelease> releases;

    private ReadingTable(Collection<ProgrammeRelease> releases) {
        this.releases = releases;
    }

    /** The sections of all readings; links lead from the folder {@code docs}. */
    static String of(Collection<ProgrammeRelease> releases) {
        ReadingTable table = new ReadingTable(releases);
        return releases.stream().map(release -> release.readings().all()).findFirst().orElse(List.of()).stream()
                .map(table::section)
                .collect(Collectors.joining("\n"));
    }

    private String section(Reading reading) {
        Names held = reading.held();
        String places = releases.stream()
                .map(release -> places(release, reading.id()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining());
        return "### " + reading.id() + (reading.firm() ? "" : " (open)") + "\n\n"
                + Markdown.text(reading.text().in(Language.CHINESE)) + "\n\n"
                + Markdown.text(reading.text().in(Language.ENGLISH)) + "\n\n"
                + (held == null
                        ? ""
                        : "- " + Markdown.text(held.in(Language.CHINESE)) + " "
                                + Markdown.text(held.in(Language.ENGLISH)) + "\n")
                + places;
    }

    /** A line for the rules, and one for the windows, of one programme. */
    private static String places(ProgrammeRelease release, String reading) {
        Map<String, TreeSet<String>> byFile = new TreeMap<>();
        for (RuleInfo rule : release.policy().rules()) {
            if (rule.readings().contains(reading)) {
                byFile.computeIfAbsent(rule.position().file(), any -> new TreeSet<>())
                        .add(rule.id());
            }
        }
        release.catalogue().windows().forEach((id, window) -> {
            if (window.readings().contains(reading)) {
                String file = release.programme().id() + "/catalogue/"
                        + release.catalogue().version() + ".yaml";
                byFile.computeIfAbsent(file, any -> new TreeSet<>()).add("window " + id);
            }
        });
        return byFile.isEmpty() ? "" : "- " + release.programme().id() + ": " + links(byFile) + "\n";
    }

    private static String links(Map<String, ? extends Set<String>> byFile) {
        return byFile.entrySet().stream()
                .map(entry -> String.join(", ", Objects.requireNonNull(entry.getValue())) + " in ["
                        + entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1) + "](../rules/"
                        + entry.getKey() + ")")
                .collect(Collectors.joining("; "));
    }
}
