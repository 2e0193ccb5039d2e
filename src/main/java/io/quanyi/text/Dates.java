package io.quanyi.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

/**
 * Dates, times of the day and time zones as a person reads them.
 *
 * @param language the language they are read in
 */
public record Dates(Language language) {

    /** The zone of the shipped programmes, which everybody there calls by its city. */
    private static final String BEIJING = "Asia/Shanghai";

    /** A day, with the day of the week. */
    public String day(LocalDate day) {
        return format(isChinese() ? "yyyy-MM-dd（EEE）" : "EEE yyyy-MM-dd").format(day);
    }

    /** The time of the day; seconds only where there are some. */
    public String time(OffsetDateTime time) {
        boolean minutes = time.getSecond() == 0 && time.getNano() == 0;
        String hour = isChinese() ? "H" : "HH";
        return format(hour + (minutes ? ":mm" : ":mm:ss")).format(time);
    }

    /** A day and the time on it, in the offset that it has. */
    public String instant(OffsetDateTime instant) {
        return day(instant.toLocalDate()) + gap() + time(instant);
    }

    /** From one day to another; one day is named once. */
    public String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + (isChinese() ? "至 " : " – ") + day(to);
    }

    /** From one instant to another; the day is named once where it is the same. */
    public String span(OffsetDateTime from, OffsetDateTime to) {
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return instant(from) + (isChinese() ? " 至 " : " – ") + (sameDay ? time(to) : instant(to));
    }

    /** What a time zone is called. */
    public String zone(ZoneId zone) {
        if (!isChinese()) {
            return zone.getId();
        }
        return zone.getId().equals(BEIJING) ? "北京时间" : zone.getDisplayName(TextStyle.FULL, language.locale());
    }

    private boolean isChinese() {
        return language == Language.CHINESE;
    }

    /** A closing bracket of full width stands before the time in Chinese, and needs no blank. */
    private String gap() {
        return isChinese() ? "" : " ";
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
