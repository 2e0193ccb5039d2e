package io.quanyi.policy;

import io.quanyi.policy.reading.RuleSource;
import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one version of a policy.
 *
 * @param own the files of its folder
 * @param shared the description of rules shared with a sibling programme; null if no rules are shared
 * @param sharedFiles the shared files
 */
public record PolicyFiles(List<SourceFile> own, @Nullable SharedPolicy shared, List<SourceFile> sharedFiles) {

    /** Keeps copies. */
    public PolicyFiles {
        own = List.copyOf(own);
        sharedFiles = List.copyOf(sharedFiles);
    }

    /** The files of a policy without shared rules. */
    public PolicyFiles(List<SourceFile> own) {
        this(own, null, List.of());
    }

    /** The files as the reader takes them, with the rules of the sibling cited as they are cited here. */
    List<RuleSource> sources(String programme) {
        RuleSource local = new RuleSource(programme, own, UnaryOperator.identity());
        return shared == null
                ? List.of(local)
                : List.of(local, new RuleSource(shared.from(), sharedFiles, shared::here));
    }

    /** All files. */
    public List<SourceFile> all() {
        return Stream.concat(own.stream(), sharedFiles.stream()).toList();
    }
}
