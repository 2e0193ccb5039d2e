package io.quanyi.workshop.scaffold;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the newest policy or catalogue to a new version: the first step of a change, because sealed versions never change. */
@Command(name = "version")
final class NewVersionCommand extends ScaffoldCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--catalogue", paramLabel = "VERSION")
    private @Nullable String catalogue;

    @Override
    protected List<String> programmes() {
        return List.of(programme);
    }

    @Override
    protected void fill(RulesEdit edit) {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        if (policy == null && catalogue == null) {
            throw output().wrong(output().text("new.no-version"));
        }
        if (policy != null) {
            versions.policy(policy);
        }
        if (catalogue != null) {
            versions.catalogue(catalogue);
        }
        versions.throwIfRefused();
        if (edit.files().isEmpty()) {
            throw output().wrong(output().text("new.nothing", programme));
        }
    }

    @Override
    protected String next() {
        return output().text("new.next.version", programme);
    }
}
