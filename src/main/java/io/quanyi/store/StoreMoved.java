package io.quanyi.store;

import io.quanyi.source.Fault;

/** Thrown when the store has changed since the base revision of a change. */
public final class StoreMoved extends StoreFailure {

    private static final long serialVersionUID = 1L;

    /** A failure with its reason in both languages. */
    public StoreMoved(Fault fault) {
        super(fault, null);
    }
}
