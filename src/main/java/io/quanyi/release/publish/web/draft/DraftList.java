package io.quanyi.release.publish.web.draft;

import java.util.List;

/**
 * The drafts of a programme.
 *
 * @param drafts each with those files only that it changes, the one that was changed last first
 */
record DraftList(String programme, List<DraftAnswer> drafts) {}
