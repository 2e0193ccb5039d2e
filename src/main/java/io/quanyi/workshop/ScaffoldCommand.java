package io.quanyi.workshop;

import io.quanyi.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** A command that begins something new: nothing is written unless the rules hold with all of it. */
abstract class ScaffoldCommand extends WorkshopCommand {

    private static final int LONGEST_NAME = 60;

    /** What a program is told. */
    record Written(List<String> added, List<String> changed) {}

    /** The programme that it is about. */
    abstract String programme();

    /** Draws what is new. */
    abstract void draw(Sketch sketch);

    /** What is to be done next. */
    abstract String next();

    @Override
    public Integer call() throws IOException {
        Sketch sketch = new Sketch(rules().tree());
        draw(sketch);
        try (Progress progress = Progress.of(voice(), voice().text("progress.check"))) {
            Inspection.of(sketch.tree(), List.of(programme()), Inspection.Depth.PARTS, false, progress);
        }
        Writing.write(rules().folder(), sketch);
        say(paths(sketch, sketch::isNew), paths(sketch, file -> !sketch.isNew(file)));
        return 0;
    }

    private List<String> paths(Sketch sketch, Predicate<SourceFile> wanted) {
        return sketch.drawn().stream()
                .filter(wanted)
                .map(file -> rules().folder().resolve(file.path()).toString())
                .toList();
    }

    private void say(List<String> added, List<String> changed) {
        if (voice().isJson()) {
            voice().json(new Written(added, changed));
            return;
        }
        added.forEach(path -> voice().say("written", path));
        changed.forEach(path -> voice().say("new.changed", path));
        voice().out().println(next());
    }

    /** Refuses what cannot be the name of a folder or file of rules. */
    void refuseOtherThanName(String id) {
        if (id.length() > LONGEST_NAME || !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw voice().wrong(voice().text("new.name", id, LONGEST_NAME));
        }
    }
}
