package io.quanyi.release.publish;

import io.quanyi.source.Fault;
import java.util.List;

/** Nothing is published, and nothing has changed. */
public final class PublishRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in kinds that a caller tells apart. */
    public enum Reason {
        /** There is no such programme. */
        NO_PROGRAMME("not-found"),
        /** What was sent does not hold. */
        NOT_HOLDING("release-refused"),
        /** The ledger is not the one that the caller has seen. */
        LEDGER_CHANGED("ledger-changed"),
        /** The key of the call belongs to another call. */
        KEY_REUSED("idempotency-key-reused"),
        /** The store is only read. */
        READ_ONLY("store-read-only"),
        /** The store does not take it. */
        STORE_REFUSES("store-refuses"),
        /** The store cannot be read or written at present. */
        STORE_UNAVAILABLE("store-unavailable"),
        /** Others publish, and go on publishing. */
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
