package io.quanyi.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;

/**
 * Writes dates, times of the day and time zones for a reader.
 *
 * @param language the language of the reader
 */
public record DateTexts(Language language) {

    /** The time zone of China, which is called Beijing time there. */
    private static final String BEIJING = "Asia/Shanghai";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** A date with the day of the week. */
    public String day(LocalDate day) {
        return format(isChinese() ? "yyyy-MM-dd（EEE）" : "EEE yyyy-MM-dd").format(day);
    }

    /** A time of the day; seconds are left out if they are zero. */
    String time(OffsetDateTime time) {
        boolean minutes = time.getSecond() == 0 && time.getNano() == 0;
        String hour = isChinese() ? "H" : "HH";
        return format(hour + (minutes ? ":mm" : ":mm:ss")).format(time);
    }

    /** A date and time, in the offset of the instant. */
    public String instant(OffsetDateTime instant) {
        return day(instant.toLocalDate()) + gap() + time(instant);
    }

    /** A span of days; a single day is written once. */
    public String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + (isChinese() ? "至 " : " – ") + day(to);
    }

    /** A span of time; the date is written once if both ends are on the same day. */
    public String span(OffsetDateTime from, OffsetDateTime to) {
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return instant(from) + (isChinese() ? " 至 " : " – ") + (sameDay ? time(to) : instant(to));
    }

    /** The name of a holiday calendar: that of the country whose code is its id, beside the id; otherwise the id alone. */
    public String calendar(String id) {
        String code = id.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            return id;
        }
        Locale country = new Locale.Builder().setRegion(code).build();
        return Punctuation.of(language).beside(country.getDisplayCountry(language.locale()), id);
    }

    /** The name of a time zone. */
    public String zone(ZoneId zone) {
        if (!isChinese()) {
            return zone.getId();
        }
        return zone.getId().equals(BEIJING) ? "北京时间" : zone.getDisplayName(TextStyle.FULL, language.locale());
    }

    private boolean isChinese() {
        return language == Language.CHINESE;
    }

    /** The text between date and time. In Chinese it is empty, because the date ends in a full-width bracket. */
    private String gap() {
        return isChinese() ? "" : " ";
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
