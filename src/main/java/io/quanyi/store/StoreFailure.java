package io.quanyi.store;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import org.jspecify.annotations.Nullable;

/** A store does not do what is asked of it. */
public abstract sealed class StoreFailure extends RuntimeException permits StoreMoved, StoreRefused, StoreUnavailable {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    StoreFailure(Fault fault, @Nullable Throwable cause) {
        super(fault.describe(Language.ENGLISH), cause);
        this.fault = fault;
    }

    /** Why, for a reader. */
    public Fault fault() {
        return fault;
    }
}
