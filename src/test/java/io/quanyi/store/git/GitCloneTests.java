package io.quanyi.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a remote opened as if it were a copy, which gives commits that no remote would send. */
class GitCloneTests {

    private static final ObjectId MISSING = ObjectId.fromString("1234567890123456789012345678901234567890");

    @TempDir
    private Path folder;

    @Test
    void whatIsNotWholeIsNotKept() throws IOException {
        try (GitTestRepository remote = GitTestRepository.empty(folder);
                GitClone clone = GitClone.open(folder)) {
            ObjectId first = remote.commit(Map.of("a.yaml", "a"));
            clone.keep(first);
            ObjectId broken = remote.commitEntry("b.yaml", FileMode.REGULAR_FILE, MISSING);
            assertThatThrownBy(() -> clone.keep(broken)).isInstanceOf(MissingObjectException.class);
            assertThatThrownBy(() -> clone.keep(MISSING)).isInstanceOf(MissingObjectException.class);
            assertThat(clone.haves()).containsExactly(first);
        }
    }

    @Test
    void whatIsKeptIsNotLookedAtAgain() throws IOException {
        try (GitTestRepository remote = GitTestRepository.empty(folder);
                GitClone clone = GitClone.open(folder)) {
            ObjectId first = remote.commit(Map.of("a.yaml", "a"));
            clone.keep(first);
            clone.serve(first);
            ObjectId second = remote.commit(Map.of("a.yaml", "a", "b.yaml", "b"));
            clone.keep(second);
            clone.keep(second);
            assertThat(clone.haves()).containsExactlyInAnyOrder(first, second);
            assertThat(clone.served()).contains(first);
        }
    }

    @Test
    void aCommitDescendsFromItselfAndFromWhatItRestsOn() throws IOException {
        try (GitTestRepository remote = GitTestRepository.empty(folder);
                GitClone clone = GitClone.open(folder)) {
            ObjectId first = remote.commit(Map.of("a.yaml", "a"));
            ObjectId second = remote.commit(Map.of("a.yaml", "b"));
            ObjectId other = remote.commit(Map.of("a.yaml", "c"), first);
            assertThat(clone.descends(first, first)).isTrue();
            assertThat(clone.descends(second, first)).isTrue();
            assertThat(clone.descends(first, second)).isFalse();
            assertThat(clone.descends(other, second)).isFalse();
        }
    }
}
