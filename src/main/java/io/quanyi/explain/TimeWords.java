package io.quanyi.explain;

import io.quanyi.text.DateTexts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The words of instants, days and durations. */
record TimeWords(ExplanationWords wording) {

    /** An instant with its day of the week, on which the counting of time depends. */
    String instant(OffsetDateTime time) {
        return dates().instant(time);
    }

    /** One day, or the first and the last of several. */
    String days(LocalDate from, LocalDate to) {
        return dates().days(from, to);
    }

    /** A span of time; a common day is written once. */
    String span(OffsetDateTime from, OffsetDateTime to) {
        return dates().span(from, to);
    }

    String length(Duration length) {
        return wording.words().length(length.toSeconds());
    }

    private DateTexts dates() {
        return new DateTexts(wording.language());
    }
}
