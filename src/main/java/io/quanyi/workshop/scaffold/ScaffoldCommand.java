package io.quanyi.workshop.scaffold;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A command that creates files of rules. It writes them only if the check finds no fault in the rules that was not there before. */
public abstract class ScaffoldCommand extends WorkshopCommand {

    /** The file that every folder of rules has; one that is begun names no reading yet. */
    private static final String READINGS = "readings.yaml";

    private static final int MAX_NAME_LENGTH = 60;

    /** The paths of the written files, and the number of faults that the rules had before and still have, as JSON. */
    record Written(int faults, List<String> added, List<String> changed) {}

    private int left;

    /** The programmes that are changed; empty for all. */
    protected abstract List<String> programmes();

    /** Adds the new files and entries to an edit. */
    protected abstract void fill(RulesEdit edit) throws IOException;

    /** The text that tells the author what to do next. */
    protected abstract String next();

    @Override
    public Integer call() throws IOException {
        RulesEdit edit = new RulesEdit(rules().tree());
        fill(edit);
        if (edit.files().isEmpty()) {
            report(List.of(), List.of());
            return status();
        }
        if (!edit.has(READINGS)) {
            edit.add(READINGS, "readings: []\n");
        }
        refuseNewFaults(edit);
        AtomicWrite.write(rules().folder(), edit);
        report(paths(edit, edit::isNew), paths(edit, file -> !edit.isNew(file)));
        return status();
    }

    /** A draft that is being written has faults most of the time; only those of the edit itself keep it from being written. */
    private void refuseNewFaults(RulesEdit edit) {
        List<Fault> after = faults(edit.tree());
        if (!after.isEmpty()) {
            List<Fault> added = added(rules().tree(), faults(rules().tree()), edit.tree(), after).stream()
                    .filter(fault -> !isLeftToAuthor(fault))
                    .toList();
            if (!added.isEmpty()) {
                throw new FaultsFound(added);
            }
        }
        left = Faults.count(
                after.stream().filter(fault -> !isLeftToAuthor(fault)).toList());
    }

    /** Whether a fault is no slip of the edit but the next task of the author. */
    protected boolean isLeftToAuthor(Fault fault) {
        return false;
    }

    /**
     * The faults after the edit that were not there before. Instead of the number of a line, which an edit above it changes, its text is
     * compared; a fault of a whole file is known by its subject, the first argument. Later arguments, such as lists of known ids, may
     * name entries that the edit adds.
     */
    static List<Fault> added(SourceTree unchanged, List<Fault> before, SourceTree edited, List<Fault> after) {
        List<List<String>> known = new ArrayList<>(
                before.stream().map(fault -> key(fault, unchanged)).toList());
        return after.stream().filter(fault -> !known.remove(key(fault, edited))).toList();
    }

    private static List<String> key(Fault fault, SourceTree tree) {
        SourceFile file = tree.file(fault.position().file());
        int line = fault.position().line();
        String subject = file == null || line == 0
                ? fault.arguments().stream().limit(1).map(String::valueOf).collect(Collectors.joining())
                : Objects.requireNonNullElse(file.text(new Faults()), "")
                        .lines()
                        .skip(line - 1L)
                        .findFirst()
                        .orElse("");
        return List.of(fault.position().file(), fault.pointer(), fault.code(), subject.strip());
    }

    private List<Fault> faults(SourceTree tree) {
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.check"))) {
            CheckSummary.of(tree, programmes(), CheckSummary.Depth.PARTS, false, output().now(), progress);
            return List.of();
        } catch (FaultsFound found) {
            return found.faults();
        }
    }

    private List<String> paths(RulesEdit edit, Predicate<SourceFile> wanted) {
        return edit.files().stream()
                .filter(wanted)
                .map(file -> rules().folder().resolve(file.path()).toString())
                .toList();
    }

    /** The exit status of a call that was carried out. */
    protected int status() {
        return 0;
    }

    /** Prints which files were written. */
    protected void report(List<String> added, List<String> changed) {
        if (output().isJson()) {
            output().json(new Written(left, added, changed));
            return;
        }
        added.forEach(path -> output().say("written", path));
        changed.forEach(path -> output().say("new.changed", path));
        if (left > 0) {
            output().say("new.faults-left", left);
        }
        output().out().println(next());
    }

    /** Refuses an id that cannot be the name of a folder or file of rules. */
    void requireName(String id) {
        if (id.length() > MAX_NAME_LENGTH || !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw output().wrong(output().text("new.name", id, MAX_NAME_LENGTH));
        }
    }
}
