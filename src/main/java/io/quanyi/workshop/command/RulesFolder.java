package io.quanyi.workshop.command;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.git.CommittedFolder;
import io.quanyi.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The folder of rules that a command works on: the option {@code --rules}. */
public final class RulesFolder {

    @Option(names = "--rules", paramLabel = "FOLDER", defaultValue = "rules")
    private Path folder = Path.of("rules");

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable SourceTree tree;

    /** The path of the folder, as the call gives it. */
    public Path folder() {
        return folder;
    }

    /**
     * All files of the folder; they are read once.
     *
     * @throws InvalidCall if the folder does not exist
     */
    public SourceTree tree() {
        if (tree == null) {
            if (!Files.isDirectory(folder)) {
                throw new InvalidCall(
                        command.commandLine(),
                        Texts.of(CallLanguage.of(command), "workshop.no-folder", List.of(folder.toString())));
            }
            tree = SourceTree.ofFolder(folder);
        }
        return tree;
    }

    /** All files of the folder as the last commit of its git checkout has them; empty if it is in none. */
    public Optional<SourceTree> committed() {
        return CommittedFolder.of(folder);
    }

    /** A file that was read; null if no file has this path. */
    @Nullable SourceFile file(String path) {
        return tree == null || path.isEmpty() ? null : tree.file(path);
    }
}
