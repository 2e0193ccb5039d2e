package io.quanyi.release.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** The cache headers of answers about releases: kept for ever for a numbered release, only after revalidation otherwise. */
public final class CachePolicy {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private CachePolicy() {}

    /** A kept answer about a numbered release, which never changes. */
    public static ResponseEntity.BodyBuilder forEver() {
        return ResponseEntity.ok().cacheControl(FOR_EVER);
    }

    public static ResponseEntity.BodyBuilder whileItHolds() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache());
    }

    static ResponseEntity.BodyBuilder of(InForceQuery query) {
        return query.pinned() ? forEver() : whileItHolds();
    }
}
