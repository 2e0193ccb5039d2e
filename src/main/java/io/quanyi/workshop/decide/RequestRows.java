package io.quanyi.workshop.decide;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file of requests, read one after the other, so that a file may be of any size. */
interface RequestRows extends AutoCloseable {

    /** The most bytes of a row, as many as the service reads of a request. */
    int MAX_BYTES = 1 << 20;

    /** The next row that is not blank; null after the last one. */
    @Nullable RequestRow next() throws IOException;

    @Override
    void close() throws IOException;
}
