package io.quanyi.store;

import io.quanyi.source.Fault;

/** Thrown when the content of a store, or a change of it, can never be accepted. */
public final class StoreRefused extends StoreFailure {

    private static final long serialVersionUID = 1L;

    /** A failure with its reason in both languages. */
    public StoreRefused(Fault fault) {
        super(fault, null);
    }

    /** A failure with its reason and its cause, which is only logged. */
    public StoreRefused(Fault fault, Throwable cause) {
        super(fault, cause);
    }
}
