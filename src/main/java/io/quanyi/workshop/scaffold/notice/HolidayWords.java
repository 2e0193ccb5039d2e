package io.quanyi.workshop.scaffold.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words by which the title of a calendar event says whether its days are off or worked, as in
 * {@code 春节（班）} or {@code 国庆节 假期 第1天/共7天}.
 */
final class HolidayWords {

    private static final List<String> OFF =
            List.of("休", "放假", "假期", "holiday", "off", "true", "yes", "work-holiday", "days-off", "day-off");
    private static final List<String> WORKED = List.of(
            "班", "上班", "补班", "加班", "调休上班", "workday", "working day", "work", "false", "no", "alternate-workday");

    private static final Pattern MARK = Pattern.compile(
            "[\\[（(【](?<in>[^\\]）)】]*)[\\]）)】]|^(?<before>休|班)\\s*[|｜:：]|\\s*(?<after>调休上班|调休|放假|假期|上班|补班|加班|(?<=[\\s节])[休班])\\s*$");
    private static final Pattern DAY_NUMBER = Pattern.compile("\\s*第\\s*\\d+\\s*天(?:\\s*/\\s*共\\s*\\d+\\s*天)?\\s*$");

    private HolidayWords() {}

    /** Whether a word says that a day is worked; empty if it is neither a word for that nor for a day off. */
    static Optional<Boolean> isWorked(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        if (WORKED.contains(plain)) {
            return Optional.of(true);
        }
        return OFF.contains(plain) ? Optional.of(false) : Optional.empty();
    }

    /** Whether the marks in a title say that its days are worked; empty if there is no mark. */
    static Optional<Boolean> mark(String title) {
        Matcher marks = MARK.matcher(withoutNumber(title));
        while (marks.find()) {
            for (String group : List.of("in", "before", "after")) {
                Optional<Boolean> worked = marks.group(group) == null ? Optional.empty() : isWorked(marks.group(group));
                if (worked.isPresent()) {
                    return worked;
                }
            }
        }
        return Optional.empty();
    }

    /** The name in a title, without the marks. */
    static String name(String title) {
        String name = withoutNumber(title);
        String before;
        do {
            before = name;
            name = MARK.matcher(name)
                    .replaceAll(mark -> isKnown(mark.group(1)) ? "" : Matcher.quoteReplacement(mark.group()))
                    .strip();
        } while (!name.equals(before));
        return name;
    }

    private static boolean isKnown(@Nullable String inBrackets) {
        return inBrackets == null || isWorked(inBrackets).isPresent();
    }

    private static String withoutNumber(String title) {
        return DAY_NUMBER.matcher(title).replaceAll("").strip();
    }
}
