package io.quanyi.workshop.scaffold.notice;

import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.HolidayName;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.workshop.command.ShellWord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the English name of each holiday of a notice. */
public final class HolidayTranslations {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private HolidayTranslations() {}

    /**
     * The English names of the holidays by their names in the notice: stated by the author, by the notice or by an earlier calendar, put together
     * from the names of several holidays, or the name itself if it has no Chinese character.
     *
     * @param known the earlier calendar of the country; null if there is none
     * @param stated the names that the author states
     * @param faults gets the names without a translation
     */
    public static Map<String, String> of(
            NoticeYear found, @Nullable HolidayCalendar known, Map<String, String> stated, Faults faults) {
        Map<String, String> english = known(found, known);
        english.putAll(stated);
        Set<String> asked = new HashSet<>();
        for (NoticeHoliday holiday : found.holidays()) {
            List<String> parts = Arrays.asList(holiday.name().split("[、&＆+及和]"));
            if (!english.containsKey(holiday.name()) && english.keySet().containsAll(parts)) {
                english.put(holiday.name(), parts.stream().map(english::get).collect(Collectors.joining(" and ")));
            }
            if (!HAN.matcher(holiday.name()).find()) {
                english.putIfAbsent(holiday.name(), holiday.name());
            }
            if (!english.containsKey(holiday.name()) && asked.add(holiday.name())) {
                faults.add(Fault.at(
                        holiday.position(),
                        "notice-english",
                        holiday.name(),
                        ShellWord.of(holiday.name() + "=ENGLISH")));
            }
        }
        return english;
    }

    private static Map<String, String> known(NoticeYear found, @Nullable HolidayCalendar known) {
        Map<String, String> english = new TreeMap<>();
        if (known != null) {
            known.daysOff().values().forEach(name -> english.put(name.chinese(), name.english()));
            known.daysOff().values().stream()
                    .map(HolidayName::chinese)
                    .forEach(name -> english.putIfAbsent(name.replaceAll("节$", ""), english.get(name)));
        }
        for (NoticeHoliday holiday : found.holidays()) {
            if (holiday.english() != null) {
                english.put(holiday.name(), holiday.english());
            }
        }
        return english;
    }
}
