package io.quanyi.store;

import io.quanyi.source.Fault;

/** What is in a store, or was to be put into it, can never be right. */
public final class StoreRefused extends StoreFailure {

    private static final long serialVersionUID = 1L;

    /** Says why, in a fault with texts in both languages. */
    public StoreRefused(Fault fault) {
        super(fault, null);
    }

    /** The same with its cause, which is for the log only. */
    public StoreRefused(Fault fault, Throwable cause) {
        super(fault, cause);
    }
}
