package io.quanyi.store;

import io.quanyi.source.Fault;

/** The store cannot be reached, read or written at present. */
public final class StoreUnavailable extends StoreFailure {

    private static final long serialVersionUID = 1L;

    /** Says why, in a fault with texts in both languages. */
    public StoreUnavailable(Fault fault) {
        super(fault, null);
    }

    /** The same with its cause, which is for the log only. */
    public StoreUnavailable(Fault fault, Throwable cause) {
        super(fault, cause);
    }
}
