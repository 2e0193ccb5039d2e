package io.quanyi.workshop;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps the index in step with the rules: which rule rests on which clause, and which words rules are made of. */
@Command(
        name = "index",
        description = {
            "Writes the generated parts of README.md (the rules of every clause, the words of rules)",
            "and of docs/readings.md and docs/readings.zh-CN.md beside the rules, if they are there",
            "(the rules and windows that rest on every reading)."
        })
final class Index extends WorkshopCommand {

    static final String BEGIN = "<!-- generated: by quanyi index, down to the end marker; do not edit -->";
    static final String END = "<!-- generated: end -->";

    private static final String README = "README.md";

    @Option(names = "--check", description = "Write nothing; fail if the file is out of date.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        SourceTree tree = rules().tree();
        Collection<ProgrammeRelease> releases = newest(tree);
        keep(rules().folder().resolve(README), generated(releases));
        for (Language language : Language.values()) {
            Path readings =
                    rules().folder().toAbsolutePath().resolveSibling("docs").resolve(readings(language));
            if (Files.exists(readings)) {
                keep(readings, "\n" + ReadingTable.of(releases, language) + "\n");
            }
        }
        return 0;
    }

    private static String readings(Language language) {
        return language == Language.CHINESE ? "readings.zh-CN.md" : "readings.md";
    }

    private void keep(Path file, String generated) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        String after = replaced(before, generated);
        if (check && !after.equals(before)) {
            throw fault("index-outdated");
        }
        if (!check) {
            Files.writeString(file, after);
        }
        String key = check ? "up-to-date" : "written";
        if (voice().isJson()) {
            voice().json(Map.of(key, file.toString()));
        } else {
            voice().say(key, file);
        }
    }

    /** The newest policy of every programme, as far as it holds, by programme. */
    private static Collection<ProgrammeRelease> newest(SourceTree tree) {
        Map<String, ReleaseId> ids = new TreeMap<>();
        for (ReleaseId id : RulesTree.candidates(tree)) {
            ids.merge(id.programme(), id, (a, b) -> b.policy().compareTo(a.policy()) < 0 ? a : b);
        }
        Faults faults = new Faults();
        List<ProgrammeRelease> releases = new ArrayList<>();
        for (ReleaseId id : ids.values()) {
            ProgrammeRelease release = RulesTree.draft(tree, id, faults);
            if (release != null) {
                releases.add(release);
            }
        }
        faults.throwIfAny();
        return releases;
    }

    static String generated(Collection<ProgrammeRelease> releases) {
        StringBuilder text = new StringBuilder("\n## Which rule rests on which clause\n");
        releases.forEach(release -> text.append('\n').append(ClauseTable.of(release)));
        return text.append('\n').append(WordTables.of(releases)).append('\n').toString();
    }

    private static String replaced(String text, String generated) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw fault("index-markers-missing", BEGIN + " … " + END);
        }
        return text.substring(0, begin + BEGIN.length()) + "\n" + generated + text.substring(end);
    }

    private static FaultsFound fault(String code, Object... arguments) {
        return new FaultsFound(List.of(Fault.at(Position.of(README), code, arguments)));
    }
}
