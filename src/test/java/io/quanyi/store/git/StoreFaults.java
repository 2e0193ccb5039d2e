package io.quanyi.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The faults of failing stores. */
final class StoreFaults {

    private StoreFaults() {}

    static Fault refused(ThrowingCallable call, String code) {
        return fault(StoreRefused.class, call, code);
    }

    static Fault unavailable(ThrowingCallable call, String code) {
        return fault(StoreUnavailable.class, call, code);
    }

    static Fault moved(ThrowingCallable call) {
        return fault(StoreMoved.class, call, "store-moved");
    }

    /** The code of the fault; null if there is none. */
    static @Nullable String code(ThrowingCallable call) {
        StoreFailure failure = catchThrowableOfType(StoreFailure.class, call);
        return failure == null ? null : failure.fault().code();
    }

    private static Fault fault(Class<? extends StoreFailure> type, ThrowingCallable call, String code) {
        StoreFailure failure = Objects.requireNonNull(catchThrowableOfType(type, call), "nothing failed");
        assertThat(failure.fault().code()).isEqualTo(code);
        return failure.fault();
    }
}
