package io.quanyi.explain;

import io.quanyi.text.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The words of instants, days and durations. */
record TimeWords(ExplanationWords wording) {

    /** An instant with its day of the week, on which the counting of time depends. */
    String instant(OffsetDateTime time) {
        boolean minutes = time.getSecond() == 0 && time.getNano() == 0;
        return format(time.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern(minutes ? "HH:mm" : "HH:mm:ss").format(time);
    }

    /** One day, or the first and the last of several. */
    String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? format(from) : format(from) + " – " + format(to);
    }

    /** A span of time; a common day is written once. */
    String span(OffsetDateTime from, OffsetDateTime to) {
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        String end = instant(to);
        return instant(from) + " – " + (sameDay ? end.substring(end.lastIndexOf(' ') + 1) : end);
    }

    String length(Duration length) {
        String hours = length.toHours() == 0 ? "" : wording.text("length.hours", length.toHours());
        String minutes = length.toMinutesPart() == 0 ? "" : wording.text("length.minutes", length.toMinutesPart());
        String seconds = length.toSecondsPart() == 0 ? "" : wording.text("length.seconds", length.toSecondsPart());
        return String.join(" ", hours, minutes, seconds).strip().replaceAll(" +", " ");
    }

    private String format(LocalDate day) {
        String pattern = wording.language() == Language.CHINESE ? "yyyy-MM-dd（EEE）" : "EEE yyyy-MM-dd";
        return DateTimeFormatter.ofPattern(pattern, wording.language().locale()).format(day);
    }
}
