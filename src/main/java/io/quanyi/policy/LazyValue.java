package io.quanyi.policy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed on first use and kept. */
final class LazyValue<T> implements Supplier<T> {

    private final Supplier<T> making;
    private @Nullable T made;

    LazyValue(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        T kept = made == null ? making.get() : made;
        made = kept;
        return kept;
    }
}
