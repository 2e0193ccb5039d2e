package io.quanyi.workshop.index;

import io.quanyi.catalogue.Reading;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the page of all readings in one language: the text of each reading, and the rules and windows that depend on it. A vendor who
 * reads a clause differently changes those.
 */
final class ReadingTable {

    private final Collection<ProgrammeRelease> releases;
    private final Language language;

    private ReadingTable(Collection<ProgrammeRelease> releases, Language language) {
        this.releases = releases;
        this.language = language;
    }

    /** The sections of all readings; their links are relative to the folder {@code docs}. */
    static String of(Collection<ProgrammeRelease> releases, Language language) {
        ReadingTable table = new ReadingTable(releases, language);
        return releases.stream().map(release -> release.readings().all()).findFirst().orElse(List.of()).stream()
                .map(table::section)
                .collect(Collectors.joining("\n"));
    }

    private String section(Reading reading) {
        BilingualText held = reading.held();
        String places = releases.stream()
                .map(release -> places(release, reading.id()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining());
        return "### " + reading.id() + (reading.firm() ? "" : in("（待定）", " (open)")) + "\n\n"
                + Markdown.text(reading.text().in(language)) + "\n\n"
                + (held == null ? "" : "- " + Markdown.text(held.in(language)) + "\n")
                + places;
    }

    /** A line for the rules, and one for the windows, of one programme. */
    private String places(ProgrammeRelease release, String reading) {
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
                byFile.computeIfAbsent(file, any -> new TreeSet<>()).add(in("服务时间 ", "window ") + id);
            }
        });
        return byFile.isEmpty() ? "" : "- " + release.programme().id() + in("：", ": ") + links(byFile) + "\n";
    }

    private String links(Map<String, ? extends Set<String>> byFile) {
        return byFile.entrySet().stream()
                .map(entry -> String.join(in("、", ", "), Objects.requireNonNull(entry.getValue()))
                        + in("（", " in ")
                        + link(entry.getKey())
                        + in("）", ""))
                .collect(Collectors.joining(in("；", "; ")));
    }

    private static String link(String file) {
        return "[" + file.substring(file.lastIndexOf('/') + 1) + "](../rules/" + file + ")";
    }

    private String in(String chinese, String english) {
        return language == Language.CHINESE ? chinese : english;
    }
}
