package io.quanyi.store.git;

import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The files of a folder of a checkout as the last commit has them: later changes are found by comparison with them. */
public final class CommittedFolder {

    private CommittedFolder() {}

    /** The files of a folder; empty if it is in no checkout, or the last commit has no such folder. */
    public static Optional<SourceTree> of(Path folder) {
        CleanSystemReader.install();
        FileRepositoryBuilder place =
                new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
        if (place.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = place.build()) {
            ObjectId commit = repository.resolve(Constants.HEAD);
            if (commit == null || repository.isBare()) {
                return Optional.empty();
            }
            Path inside = repository.getWorkTree().toPath().toRealPath().relativize(folder.toRealPath());
            String path = inside.toString().replace(File.separatorChar, '/');
            return Optional.of(new GitTreeReader(repository, path, GitBounds.USUAL)
                    .read(commit, List.of())
                    .snapshot()
                    .tree());
        } catch (IOException | StoreFailure | IllegalArgumentException e) {
            // A help for the reader of a fault, which is reported without it too
            return Optional.empty();
        }
    }
}
