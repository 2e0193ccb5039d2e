package io.quanyi.console.rule;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Readings;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.edit.WrittenRule;
import io.quanyi.policy.edit.WrittenRules;
import io.quanyi.release.draft.DraftContent;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.source.Faults;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The rules of a draft as they are written, with the catalogue, the clauses and the readings that they name. Where the draft's own
 * cannot be read, they are those of its base.
 */
final class DraftRules {

    private final DraftScreen screen;
    private final ProgrammeRelease base;
    private final Map<String, WrittenRules> files = new TreeMap<>();

    /**
     * A rule in its file.
     *
     * @param file the name of the file
     */
    record Located(String file, WrittenRules rules, WrittenRule rule) {}

    DraftRules(DraftScreen screen) {
        this.screen = screen;
        this.base = screen.timeline()
                .load(screen.timeline().entry(screen.view().draft().base()).orElseThrow());
        screen.view().content().entries().stream()
                .filter(entry -> entry.name().endsWith(".drl") && entry.change() != Change.REMOVED)
                .forEach(entry -> files.put(entry.name(), WrittenRules.of(entry.file())));
    }

    DraftScreen screen() {
        return screen;
    }

    /** The files of rules, by name. */
    Map<String, WrittenRules> files() {
        return files;
    }

    /**
     * The rule of an id.
     *
     * @throws ResponseStatusException if no file has it in a form that can be shown
     */
    Located find(String id) {
        return files.entrySet().stream()
                .flatMap(file -> file.getValue().rule(id).stream()
                        .map(rule -> new Located(file.getKey(), file.getValue(), rule)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether a rule has another title than in the release that the draft changes. */
    boolean isRetitled(WrittenRule rule) {
        return base.policy().rules().stream()
                .filter(there -> there.id().equals(rule.id()))
                .anyMatch(there -> !there.title().written().equals(rule.title().plain()));
    }

    Catalogue catalogue() {
        Catalogue own = screen.view()
                .content()
                .file(DraftContent.CATALOGUE)
                .map(file -> CatalogueReader.read(file, "draft", new Faults()))
                .orElse(null);
        return Objects.requireNonNullElse(own, base.catalogue());
    }

    Clauses clauses() {
        Clauses own = screen.view()
                .content()
                .file(Clauses.FILE)
                .map(file -> Clauses.read(file, Set.of(), false, new Faults()))
                .orElse(null);
        return Objects.requireNonNullElse(own, base.clauses());
    }

    Readings readings() {
        return base.readings();
    }

    /** The file of a name as the draft has it, or an empty one to begin. */
    WrittenRules fileOrFresh(String name) {
        WrittenRules there = files.get(name);
        return there == null ? WrittenRules.fresh(name, screen.programme().id()) : there;
    }

    /** Whether a file is in the draft. */
    boolean has(String name) {
        return files.containsKey(name);
    }
}
