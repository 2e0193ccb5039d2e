package io.quanyi.release.publish;

import io.quanyi.source.Fault;
import io.quanyi.source.refusal.CallRefused;
import java.util.List;

/** The refusal of a publishing call. Nothing was changed. */
public final class PublishRefused extends CallRefused {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal. */
    public enum Reason {
        /** The programme does not exist. */
        NO_PROGRAMME("not-found", 404),
        /** The submission has faults. */
        NOT_HOLDING("release-refused", 422),
        /** Releases that begin later lack the change, and the caller does not state their treatment. */
        LATER_UNDECIDED("later-releases-undecided", 422),
        /** The ledger has changed since the caller saw it. */
        LEDGER_CHANGED("ledger-changed", 412),
        /** The store has changed since the caller saw it. */
        STORE_CHANGED("store-changed", 412),
        /** The idempotency key was used by a different call. */
        KEY_REUSED("idempotency-key-reused", 409),
        /** The release has to be approved by another person first, as a draft. */
        APPROVAL_NEEDED("approval-needed", 409),
        /** The store is read-only. */
        READ_ONLY("store-read-only", 409),
        /** The store refuses the change. */
        STORE_REFUSES("store-refuses", 409),
        /** The store cannot be read or written at present. */
        STORE_UNAVAILABLE("store-unavailable", 503),
        /** Other calls publish, and this one waited too long. */
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

    PublishRefused(Reason reason, List<Fault> faults) {
        super(reason.status, reason.code, faults);
        this.reason = reason;
    }

    /** The kind of refusal. */
    public Reason reason() {
        return reason;
    }
}
