package io.quanyi.store;

import io.quanyi.source.Fault;

/** Thrown when the store cannot be reached, read or written at present. */
public final class StoreUnavailable extends StoreFailure {

    private static final long serialVersionUID = 1L;

    /** A failure with its reason in both languages. */
    public StoreUnavailable(Fault fault) {
        super(fault, null);
    }

    /** A failure with its reason and its cause, which is only logged. */
    public StoreUnavailable(Fault fault, Throwable cause) {
        super(fault, cause);
    }
}
