package io.quanyi.workshop.index;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of programmes with links to their pages. */
final class ProgrammeTable {

    private ProgrammeTable() {}

    /** The table; its links are relative to the folder of the rules. */
    static String in(Language language, List<IndexedProgramme> programmes) {
        return Markdown.head(
                        text(language, "programme"),
                        text(language, "policy"),
                        text(language, "rules"),
                        text(language, "cases"))
                + programmes.stream().map(programme -> row(language, programme)).collect(Collectors.joining());
    }

    private static String row(Language language, IndexedProgramme programme) {
        ProgrammeRelease release = programme.release();
        int cases =
                programme.cases().stream().mapToInt(file -> file.cases().size()).sum();
        return Markdown.row(
                Markdown.link(
                        Markdown.text(release.programme().names().in(language)),
                        release.programme().id() + "/" + GeneratedPages.README),
                release.id().policy(),
                String.valueOf(release.policy().rules().size()),
                String.valueOf(cases));
    }

    private static String text(Language language, String column) {
        return Texts.of(language, "reference.programmes." + column);
    }
}
