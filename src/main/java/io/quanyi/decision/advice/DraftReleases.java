package io.quanyi.decision.advice;

/** Finds drafts of releases, so that requests can be decided by them on trial. */
public interface DraftReleases {

    /** The resolver that gives a draft for every request about its programme, and refuses all others. */
    ReleaseResolver of(String programme, String draft);
}
