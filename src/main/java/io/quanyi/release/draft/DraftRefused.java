package io.quanyi.release.draft;

import io.quanyi.source.Fault;
import io.quanyi.source.refusal.CallRefused;
import java.util.List;

/** The refusal of a call about a draft. Nothing was changed. */
public final class DraftRefused extends CallRefused {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal. */
    public enum Reason {
        /** The programme, the draft or the file does not exist. */
        NOTHING("not-found", 404),
        /** Content that cannot be part of a draft. */
        NOT_HOLDING("draft-refused", 422),
        /** The draft has faults and cannot be tried. */
        UNSOUND("draft-unsound", 422),
        /** The draft, or the file, has changed since the caller saw it. */
        CHANGED("draft-changed", 412),
        /** The idempotency key was used by a different call. */
        KEY_REUSED("idempotency-key-reused", 409),
        /** The draft was published, and changes no more. */
        CLOSED("draft-published", 409),
        /** The draft is not in the state that the call needs. */
        NOT_SUBMITTED("draft-not-submitted", 409),
        /** The caller has edited or submitted the draft, and may not approve it. */
        OWN("draft-own", 403),
        /** Too few have approved the draft as it is. */
        NOT_APPROVED("draft-not-approved", 409),
        /** Comments on the draft that are not settled. */
        COMMENTS_OPEN("draft-comments-open", 409),
        /** Another release is in force where that of the draft would be than the one that it changes. */
        OVERTAKEN("draft-overtaken", 409),
        /** Changes of the draft that conflict with those of its new base. */
        CONFLICTS("draft-conflicts", 409),
        /** The bound on the number or the bytes of drafts is reached. */
        FULL("drafts-full", 409),
        /** The drafts cannot be read or written at present. */
        UNAVAILABLE("drafts-unavailable", 503),
        /** Others check, and this call waited too long. */
        BUSY("publishing-busy", 503),
        /** The caller has gone, or the service stops. */
        ENDED("publishing-ended", 503);

        private final String code;
        private final int status;

        Reason(String code, int status) {
            this.code = code;
            this.status = status;
        }
    }

    private final Reason reason;

    /** @param faults the reasons, where the kind does not explain everything */
    public DraftRefused(Reason reason, Fault... faults) {
        super(reason.status, reason.code, List.of(faults));
        this.reason = reason;
    }

    /** The kind of refusal. */
    public Reason reason() {
        return reason;
    }
}
