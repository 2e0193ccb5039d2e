package io.quanyi.workshop;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The folder that a command works on. */
final class RulesFolder {

    @Option(names = "--rules", paramLabel = "FOLDER", defaultValue = "rules")
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
     * @throws WrongCall if there is no such folder
     */
    SourceTree tree() {
        if (tree == null) {
            if (!Files.isDirectory(folder)) {
                throw new WrongCall(
                        command.commandLine(),
                        Texts.of(SpokenLanguage.of(command), "workshop.no-folder", List.of(folder.toString())));
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
