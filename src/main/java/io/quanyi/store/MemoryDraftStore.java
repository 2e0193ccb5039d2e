package io.quanyi.store;

import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drafts in the memory of the process, which end with it: a read-only store has no other place for them. */
public final class MemoryDraftStore implements DraftStore {

    private final Map<String, DraftFiles> drafts = new TreeMap<>();
    private final byte[] secret = DraftStore.freshSecret();

    @Override
    public synchronized List<DraftFiles> all() {
        return List.copyOf(drafts.values());
    }

    @Override
    public synchronized SortedMap<String, SourceFile> files(String name) {
        SortedMap<String, SourceFile> files = new TreeMap<>();
        drafts.forEach((id, draft) ->
                draft.files().stream().filter(file -> file.path().equals(name)).forEach(file -> files.put(id, file)));
        return files;
    }

    @Override
    public synchronized Optional<DraftFiles> find(String id) {
        return Optional.ofNullable(drafts.get(id));
    }

    @Override
    public synchronized void put(DraftFiles draft, @Nullable String base, String author) {
        DraftStore.refuseMoved(draft.id(), base, revision(draft.id()));
        drafts.put(draft.id(), draft);
    }

    @Override
    public synchronized void remove(String id, String base, String author) {
        DraftStore.refuseMoved(id, base, revision(id));
        drafts.remove(id);
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    private @Nullable String revision(String id) {
        DraftFiles present = drafts.get(id);
        return present == null ? null : present.revision();
    }
}
