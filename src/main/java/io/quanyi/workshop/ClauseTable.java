package io.quanyi.workshop;

import io.quanyi.catalogue.Clause;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleInfo;
import io.quanyi.text.Language;
import io.quanyi.text.Names;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The clauses of one programme's document, in its order, each with the rules that rest on it and the files they stand in. */
final class ClauseTable {

    private final ProgrammeRelease release;

    private ClauseTable(ProgrammeRelease release) {
        this.release = release;
    }

    static String of(ProgrammeRelease release) {
        return new ClauseTable(release).table();
    }

    private String table() {
        String programme = release.programme().id();
        return "### " + names(release.programme().names()) + "\n\n"
                + "Rules: [" + programme + "](" + programme + "/), policy "
                + release.id().policy() + ". Document: "
                + Markdown.text(release.programme().source().title()) + "\n\n"
                + Markdown.head("clause", "its words", "rules")
                + release.clauses().all().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Clause clause) {
        Names reason = clause.reason();
        String rules =
                reason == null ? rules(clause) : "decides nothing: " + Markdown.text(reason.in(Language.ENGLISH));
        return Markdown.row(Markdown.text(clause.reference()), Markdown.text(clause.quote()), rules);
    }

    private String rules(Clause clause) {
        Map<String, Map<String, String>> byFile = new TreeMap<>();
        for (RuleInfo rule : release.policy().rules()) {
            if (rule.clauses().contains(clause.reference())) {
                byFile.computeIfAbsent(rule.position().file(), any -> new TreeMap<>())
                        .put(
                                rule.id(),
                                rule.id() + " " + Markdown.text(rule.title().written()));
            }
        }
        return byFile.entrySet().stream()
                .map(entry -> String.join("<br>", entry.getValue().values()) + "<br>in " + link(entry.getKey()))
                .collect(Collectors.joining("<br>"));
    }

    private static String link(String path) {
        return "[" + path.substring(path.lastIndexOf('/') + 1) + "](" + path + ")";
    }

    private static String names(Names names) {
        return Markdown.text(names.in(Language.CHINESE) + " " + names.in(Language.ENGLISH));
    }
}
