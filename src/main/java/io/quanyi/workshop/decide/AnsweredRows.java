package io.quanyi.workshop.decide;

import java.util.List;

/**
 * The answers to some rows, as text.
 *
 * @param text a line for each row, in their order
 * @param decided how many were decided
 * @param refused how many were refused
 */
record AnsweredRows(String text, int decided, int refused) {

    /** Decides rows. */
    static AnsweredRows of(List<RequestRow> rows, RowDecider decider) {
        StringBuilder text = new StringBuilder();
        int refused = 0;
        for (RequestRow row : rows) {
            AnsweredRow answer = decider.answer(row);
            text.append(RowOutput.line(answer)).append('\n');
            refused += answer.isRefused() ? 1 : 0;
        }
        return new AnsweredRows(text.toString(), rows.size() - refused, refused);
    }
}
