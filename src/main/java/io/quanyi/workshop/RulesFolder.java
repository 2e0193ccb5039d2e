package io.quanyi.workshop;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The folder that a command works on. */
final class RulesFolder {

    @Option(
            names = "--rules",
            paramLabel = "FOLDER",
            defaultValue = "rules",
            description = "The folder of the rules (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("rules");

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable SourceTree tree;

    Path folder() {
        return folder;
    }

    /**
     * The files, read once.
     *
     * @throws ParameterException if there is no such folder
     */
    SourceTree tree() {
        if (tree == null) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(command.commandLine(), "no such folder: " + folder);
            }
            tree = SourceTree.ofFolder(folder);
        }
        return tree;
    }

    /** A file that was read; null if there is none of this path. */
    @Nullable SourceFile file(String path) {
        return tree == null || path.isEmpty() ? null : tree.file(path);
    }
}
