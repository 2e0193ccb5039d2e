package io.quanyi.release.publish.web.draft;

import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftContent.Entry;
import io.quanyi.release.draft.DraftService;
import io.quanyi.text.EnumCode;
import io.quanyi.web.description.ClosedLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A file of a draft or of its base.
 *
 * @param change how the draft changes the file of the base
 * @param bytes its length
 * @param etag the tag of its bytes, for {@code If-Match}; null if it is left out
 */
record DraftFileLine(
        String name, String change, int bytes, @Nullable String etag) {

    static DraftFileLine of(Entry entry) {
        boolean there = entry.change() != Change.REMOVED;
        return new DraftFileLine(
                entry.name(),
                EnumCode.of(entry.change()),
                there ? entry.file().length() : 0,
                there ? DraftTag.of(DraftService.digest(entry.file())) : null);
    }

    /** States the codes of these lines, for the description of the interface. */
    @Component
    static class Codes implements ClosedLists.Contributor {

        @Override
        public void addTo(ClosedLists lists) {
            lists.addCodes(DraftFileLine.class, "change", Change.class);
        }
    }
}
