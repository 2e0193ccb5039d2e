package io.quanyi.decision.document;

import org.jspecify.annotations.Nullable;

/** The answer to one request of a batch, with the key that the caller gave to the request. */
public interface KeyedAnswer {

    /** The key that the request came with; null if it had no key that can be read. */
    @Nullable String key();
}
