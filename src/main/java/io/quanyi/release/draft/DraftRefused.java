package io.quanyi.release.draft;

import io.quanyi.source.Fault;
import java.util.List;

/** The refusal of a call about a draft. Nothing was changed. */
public final class DraftRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal. */
    public enum Reason {
        /** The programme, the draft or the file does not exist. */
        NOTHING("not-found"),
        /** Content that cannot be part of a draft. */
        NOT_HOLDING("draft-refused"),
        /** The draft has faults and cannot be tried. */
        UNSOUND("draft-unsound"),
        /** The draft, or the file, has changed since the caller saw it. */
        CHANGED("draft-changed"),
        /** The idempotency key was used by a different call. */
        KEY_REUSED("idempotency-key-reused"),
        /** The draft was published, and changes no more. */
        CLOSED("draft-published"),
        /** The draft is not in the state that the call needs. */
        NOT_SUBMITTED("draft-not-submitted"),
        /** The caller has edited or submitted the draft, and may not approve it. */
        OWN("draft-own"),
        /** Too few have approved the draft as it is. */
        NOT_APPROVED("draft-not-approved"),
        /** Comments on the draft that are not settled. */
        COMMENTS_OPEN("draft-comments-open"),
        /** Another release is in force where that of the draft would be than the one that it changes. */
        OVERTAKEN("draft-overtaken"),
        /** Changes of the draft that conflict with those of its new base. */
        CONFLICTS("draft-conflicts"),
        /** The bound on the number or the bytes of drafts is reached. */
        FULL("drafts-full"),
        /** The drafts cannot be read or written at present. */
        UNAVAILABLE("drafts-unavailable"),
        /** Others check, and this call waited too long. */
        BUSY("publishing-busy"),
        /** The caller has gone, or the service stops. */
        ENDED("publishing-ended");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code of the problem. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final transient List<Fault> faults;

    /** @param faults the reasons, where the kind does not explain everything */
    public DraftRefused(Reason reason, Fault... faults) {
        super(reason + " " + List.of(faults));
        this.reason = reason;
        this.faults = List.of(faults);
    }

    /** The kind of refusal. */
    public Reason reason() {
        return reason;
    }

    /** All faults; empty if the kind explains everything. */
    public List<Fault> faults() {
        return faults;
    }
}
