package io.quanyi.workshop.scaffold.notice;

import io.quanyi.source.Position;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of a notice of holidays, as one event or row of its file states them.
 *
 * @param position the place in the file
 * @param name the name of the holiday in Chinese, without marks
 * @param english the name in English; null where the file does not state it
 * @param from the first day
 * @param to the last day
 * @param worked whether the days are worked, to make up for days off
 * @param statutory the statutory days among them
 * @param closed the hours of each day that are closed; null for the whole day
 */
public record NoticeEntry(
        Position position,
        String name,
        @Nullable String english,
        LocalDate from,
        LocalDate to,
        boolean worked,
        List<LocalDate> statutory,
        @Nullable String closed) {

    /** Keeps a copy. */
    public NoticeEntry {
        statutory = List.copyOf(statutory);
    }
}
