package io.quanyi.workshop;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies what is sealed to where it can be changed: the first step of every change. */
@Command(name = "version")
final class NewVersion extends ScaffoldCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--catalogue", paramLabel = "VERSION")
    private @Nullable String catalogue;

    @Override
    String programme() {
        return programme;
    }

    @Override
    void draw(Sketch sketch) {
        Workbench bench = new Workbench(sketch, voice(), programme);
        if (policy == null && catalogue == null) {
            throw voice().wrong(voice().text("new.no-version"));
        }
        if (policy != null) {
            bench.policy(policy);
        }
        if (catalogue != null) {
            bench.catalogue(catalogue);
        }
        bench.refuseIfAny();
        if (sketch.drawn().isEmpty()) {
            throw voice().wrong(voice().text("new.nothing", programme));
        }
    }

    @Override
    String next() {
        return voice().text("new.next.version", programme);
    }
}
