package io.quanyi.workshop.decide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows together, so that threads are not handed each row by itself. What rows hold together is bounded. */
final class RowBatches implements OrderedWork.Input<List<RequestRow>> {

    private static final int MAX_ROWS = 64;
    private static final int MAX_BYTES = 1 << 18;

    private final RequestRows rows;
    private final long last;

    /** @param last the number of the last row that is passed over, because it has been answered before */
    RowBatches(RequestRows rows, long last) {
        this.rows = rows;
        this.last = last;
    }

    @Override
    public @Nullable List<RequestRow> next() throws IOException {
        List<RequestRow> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < MAX_ROWS && bytes < MAX_BYTES) {
            RequestRow row = rows.next();
            if (row == null) {
                break;
            }
            if (row.number() > last) {
                batch.add(row);
                bytes += row.bytes();
            }
        }
        return batch.isEmpty() ? null : batch;
    }
}
