package io.quanyi.release.publish;

import io.quanyi.source.Fault;
import java.util.List;

/** Nothing is published, and nothing has changed. */
public final class PublishRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in kinds that a caller tells apart. */
    public enum Reason {
        /** There is no such programme. */
        NO_PROGRAMME(404, "not-found"),
        /** What was sent does not hold. */
        NOT_HOLDING(422, "release-refused"),
        /** The ledger is not the one that the caller has seen. */
        LEDGER_CHANGED(412, "ledger-changed"),
        /** The key of the call belongs to another call. */
        KEY_REUSED(409, "idempotency-key-reused"),
        /** The store is only read. */
        READ_ONLY(409, "store-read-only"),
        /** The store does not take it. */
        STORE_REFUSES(409, "store-refuses"),
        /** The store cannot be read or written at present. */
        STORE_UNAVAILABLE(503, "store-unavailable"),
        /** Others publish, and go on publishing. */
        BUSY(503, "publishing-busy"),
        /** The caller has gone, or the service stops. */
        ENDED(503, "publishing-ended");

        private final int status;
        private final String code;

        Reason(int status, String code) {
            this.status = status;
            this.code = code;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** The code of the problem. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final transient List<Fault> faults;

    PublishRefused(Reason reason, List<Fault> faults) {
        super(reason + " " + faults);
        this.reason = reason;
        this.faults = List.copyOf(faults);
    }

    /** What kind of refusal it is. */
    public Reason reason() {
        return reason;
    }

    /** Everything that is wrong; none where the reason says it all. */
    public List<Fault> faults() {
        return faults;
    }
}
