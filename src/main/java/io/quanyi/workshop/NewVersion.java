package io.quanyi.workshop;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies what is sealed to where it can be changed: the first step of every change. */
@Command(
        name = "version",
        description = "Copies the newest policy, or catalogue, or both, to a new version, which can then be changed.")
final class NewVersion extends ScaffoldCommand {

    @Parameters(paramLabel = "PROGRAMME", description = "The programme, such as kingdee-galaxy-public.")
    private String programme = "";

    @Option(names = "--policy", paramLabel = "VERSION", description = "What the copy of the rules shall be called.")
    private @Nullable String policy;

    @Option(
            names = "--catalogue",
            paramLabel = "VERSION",
            description = "What the copy of the catalogue shall be called.")
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
