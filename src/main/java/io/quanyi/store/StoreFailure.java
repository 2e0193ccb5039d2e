package io.quanyi.store;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import org.jspecify.annotations.Nullable;

/** The failure of an operation of a store. */
public abstract sealed class StoreFailure extends RuntimeException permits StoreMoved, StoreRefused, StoreUnavailable {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    StoreFailure(Fault fault, @Nullable Throwable cause) {
        super(fault.describe(Language.ENGLISH), cause);
        this.fault = fault;
    }

    /** The reason, with texts for readers. */
    public Fault fault() {
        return fault;
    }
}
