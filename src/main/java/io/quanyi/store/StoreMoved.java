package io.quanyi.store;

import io.quanyi.source.Fault;

/** Somebody else has changed the store in the meantime. */
public final class StoreMoved extends StoreFailure {

    private static final long serialVersionUID = 1L;

    /** Says why, in a fault with texts in both languages. */
    public StoreMoved(Fault fault) {
        super(fault, null);
    }

    /** The same with its cause, which is for the log only. */
    public StoreMoved(Fault fault, Throwable cause) {
        super(fault, cause);
    }
}
