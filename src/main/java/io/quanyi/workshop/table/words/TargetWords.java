package io.quanyi.workshop.table.words;

import io.quanyi.servicetime.InvalidTime;
import io.quanyi.servicetime.Target;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a target time as a document writes it: {@code 4 working hours}, {@code 30 分钟内}. */
public final class TargetWords {

    private static final String NUMBER = "(?<number>[0-9]{1,6}(?:\\.[0-9]{1,6})?|[半一二两三四五六七八九十])";

    private static final Pattern TIME =
            Pattern.compile("(?:within |in |≤ ?|<= ?|不超过)?" + NUMBER + " ?个?(?<unit>[^0-9]+?)(?:以内|之内|内)?");

    private static final Pattern IMMEDIATE = Pattern.compile("immediate(?:ly)?|at once|即时|立即");

    /** The end of a day, and no length: a request of nine o'clock has more time than one of noon. */
    private static final Pattern DAY = Pattern.compile(
            "(?:by )?(?:the )?(?:end of )?(?:the )?(?:same|next) (?:working |business )?day|nbd|当日|当天|次日|第二天|(?:次|下一?)个?工作日(?:内|前)?");

    private static final String DIGITS = "零一二三四五六七八九十";

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("minute", "minute"),
            Map.entry("min", "minute"),
            Map.entry("分钟", "minute"),
            Map.entry("working minute", "working-minute"),
            Map.entry("工作分钟", "working-minute"),
            Map.entry("hour", "hour"),
            Map.entry("hr", "hour"),
            Map.entry("h", "hour"),
            Map.entry("小时", "hour"),
            Map.entry("working hour", "working-hour"),
            Map.entry("business hour", "working-hour"),
            Map.entry("工作小时", "working-hour"),
            Map.entry("working day", "working-day"),
            Map.entry("business day", "working-day"),
            Map.entry("工作日", "working-day"));

    private static final List<String> DAYS = List.of("day", "calendar day", "天", "日", "自然日");

    private TargetWords() {}

    /** Thrown for words that state no target time that a rule can state. */
    public static final class NoTarget extends Exception {

        private static final long serialVersionUID = 1L;

        /** The code of the fault. */
        NoTarget(String code) {
            super(code);
        }

        /** The code of the fault. */
        public String code() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads a cell.
     *
     * @throws NoTarget with the code of the fault
     */
    public static Target read(String written) throws NoTarget {
        String words = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        if (IMMEDIATE.matcher(words).matches()) {
            return Target.immediate();
        }
        if (DAY.matcher(words).matches()) {
            throw new NoTarget("table-target-day");
        }
        Matcher time = TIME.matcher(words);
        if (!time.matches()) {
            throw new NoTarget("table-target");
        }
        return target(number(time.group("number")), time.group("unit").strip().replaceAll("s$", ""));
    }

    private static Target target(BigDecimal number, String unit) throws NoTarget {
        if (DAYS.contains(unit)) {
            throw new NoTarget("table-target-calendar-day");
        }
        String known = UNITS.get(unit);
        if (known == null) {
            throw new NoTarget("table-target");
        }
        try {
            return Target.of(number, known);
        } catch (InvalidTime e) {
            throw new NoTarget("table-target-range");
        }
    }

    private static BigDecimal number(String written) {
        int digit = DIGITS.indexOf(written.replace('两', '二'));
        return written.equals("半")
                ? new BigDecimal("0.5")
                : digit > 0 ? BigDecimal.valueOf(digit) : new BigDecimal(written);
    }
}
