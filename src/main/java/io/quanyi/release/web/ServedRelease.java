package io.quanyi.release.web;

import io.quanyi.decision.ReleaseId;

/** Which release an answer is about. */
record ServedRelease(String programme, int number, String policy, String catalogue, String calendars, String digest) {

    static ServedRelease of(ReleaseId id) {
        return new ServedRelease(id.programme(), id.number(), id.policy(), id.catalogue(), id.calendars(), id.digest());
    }
}
