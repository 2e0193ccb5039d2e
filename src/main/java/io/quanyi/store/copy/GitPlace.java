package io.quanyi.store.copy;

import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.git.GitStore;
import io.quanyi.store.git.GitStoreSettings;
import io.quanyi.store.git.draft.DraftBranchBounds;
import io.quanyi.store.git.draft.GitDraftStore;
import java.time.Clock;

/**
 * A store on a branch of a git repository, with its drafts on branches of their own. A copy from it has the newest state and not the commits before,
 * which {@code git clone --mirror} keeps.
 *
 * @param settings where it is, with an empty folder for the local copy
 * @param author the author of the first commit
 * @param message the message of that commit
 */
public record GitPlace(GitStoreSettings settings, Clock clock, String author, String message) implements StorePlace {

    private static final DraftBranchBounds BOUNDS =
            new DraftBranchBounds(StoreCopy.MAX_DRAFTS, StoreCopy.MAX_DRAFT_BYTES);

    @Override
    public StoreContent read() {
        try (GitStore store = open()) {
            StoreContent content = StoreCopy.content(store);
            store.drafts().faults().values().stream().findFirst().ifPresent(fault -> {
                throw new StoreUnavailable(fault);
            });
            return content;
        }
    }

    @Override
    public void begin(StoreContent content) {
        try (GitStore store = open()) {
            store.begin(content.tree(), author, message);
            StoreCopy.putDrafts(content, store);
        }
    }

    private GitStore open() {
        return GitStore.open(settings, clock, () -> GitDraftStore.open(settings, clock, BOUNDS));
    }
}
