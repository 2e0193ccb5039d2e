package io.quanyi.policy;

import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that one policy version is made of.
 *
 * @param own those of its folder
 * @param shared what it shares with a sibling; null for nothing
 * @param sharedFiles the files shared
 */
public record PolicyFiles(List<SourceFile> own, @Nullable SharedPolicy shared, List<SourceFile> sharedFiles) {

    /** Keeps copies. */
    public PolicyFiles {
        own = List.copyOf(own);
        sharedFiles = List.copyOf(sharedFiles);
    }

    /** A policy that shares nothing. */
    public PolicyFiles(List<SourceFile> own) {
        this(own, null, List.of());
    }

    /** All of them. */
    public List<SourceFile> all() {
        return Stream.concat(own.stream(), sharedFiles.stream()).toList();
    }
}
