package io.quanyi.source;

import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.text.ZoneNames;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values exactly: decimals without loss, valid dates, instants with their offset. */
final class ScalarReader {

    /** The receiver of a fault. It returns null. */
    interface FaultReporter {
        @Nullable Object report(String code, Object... arguments);
    }

    /** The most characters of a text without a bound of its own. */
    static final int MAX_TEXT_LENGTH = 1000;

    /** The most digits before the point. */
    private static final int MAX_WHOLE_DIGITS = 18;

    /** The most digits after it. */
    private static final int MAX_DECIMALS = 9;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?");

    /** The bound on the exponent keeps arithmetic short. */
    private static final Pattern JSON_NUMBER = Pattern.compile(NUMBER + "([eE][+-]?[0-9]{1,4})?");

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Pattern LEAP_SECOND = Pattern.compile(".{11}\\d{2}:\\d{2}:60.*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Map<Class<?>, String> LABELS = Map.of(
            String.class, "text",
            BigDecimal.class, "number",
            Integer.class, "whole-number",
            int.class, "whole-number",
            Boolean.class, "truth",
            boolean.class, "truth",
            LocalDate.class, "date",
            OffsetDateTime.class, "instant",
            ZoneId.class, "zone",
            StatedValue.class, "single-value");

    private ScalarReader() {}

    /** Reads a value of a type; null after a fault. */
    static @Nullable Object read(Scalar scalar, Class<?> type, Constraints constraints, FaultReporter faults) {
        if (type == String.class) {
            return text(scalar, constraints, faults);
        }
        if (type == BigDecimal.class) {
            return number(scalar, constraints, faults);
        }
        if (type == Integer.class || type == int.class) {
            return whole(scalar, constraints, faults);
        }
        if (type == Boolean.class || type == boolean.class) {
            return truth(scalar, faults);
        }
        return type == StatedValue.class ? stated(scalar, constraints, faults) : parsed(scalar, type, faults);
    }

    /** A value of any kind; a number within the bounds of numbers, also where the notation does not say that it is one. */
    private static @Nullable StatedValue stated(Scalar scalar, Constraints constraints, FaultReporter faults) {
        boolean plain = scalar.kind() == Kind.PLAIN;
        if (scalar.kind() == Kind.BOOLEAN) {
            return StatedValue.of(Boolean.valueOf(scalar.text()));
        }
        boolean number = plain ? NUMBER.matcher(scalar.text()).matches() : scalar.kind() == Kind.NUMBER;
        Object value = number ? number(scalar, constraints, faults) : text(scalar, constraints, faults);
        if (value instanceof BigDecimal decimal && plain) {
            return new StatedValue(decimal.stripTrailingZeros().toPlainString(), true);
        }
        return value == null ? null : new StatedValue(value, plain);
    }

    /** The name of a type as an argument of a fault. */
    static String label(Class<?> type) {
        return Fault.text("type." + LABELS.getOrDefault(type, type.getSimpleName()));
    }

    private static @Nullable Object text(Scalar scalar, Constraints constraints, FaultReporter faults) {
        if (scalar.kind() != Kind.TEXT && scalar.kind() != Kind.PLAIN) {
            return faults.report("wrong-type", label(String.class));
        }
        String text = scalar.text();
        int most = constraints.most() == null ? MAX_TEXT_LENGTH : constraints.most();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            return faults.report("text-too-long", length, most);
        }
        if (constraints.pattern() != null
                && !constraints.pattern().matcher(text).matches()) {
            return faults.report("text-not-of-form", text, constraints.form());
        }
        int deceptive = DeceptiveCharacters.firstIn(text);
        if (deceptive >= 0) {
            String point = DeceptiveCharacters.name(text.codePointAt(deceptive));
            return faults.report("text-deceptive", point, text.codePointCount(0, deceptive) + 1);
        }
        return text;
    }

    private static @Nullable BigDecimal number(Scalar scalar, Constraints constraints, FaultReporter faults) {
        if (scalar.kind() != Kind.NUMBER && scalar.kind() != Kind.PLAIN) {
            faults.report("wrong-type", label(BigDecimal.class));
            return null;
        }
        BigDecimal number = exactly(scalar);
        if (number == null) {
            faults.report("number-not-plain", scalar.text());
            return null;
        }
        boolean tooSmall = constraints.least() != null && number.compareTo(constraints.least()) < 0;
        boolean tooLarge = constraints.greatest() != null && number.compareTo(constraints.greatest()) > 0;
        if (tooSmall || tooLarge) {
            faults.report(
                    "number-out-of-range", scalar.text(), bound(constraints.least()), bound(constraints.greatest()));
            return null;
        }
        int decimals = Math.min(constraints.decimals(), MAX_DECIMALS);
        if (number.stripTrailingZeros().scale() > decimals) {
            faults.report("number-too-fine", scalar.text(), constraints.decimals());
            return null;
        }
        return number.setScale(Math.min(Math.max(number.scale(), 0), decimals));
    }

    /**
     * The number that is written, without zeros at its end: 1.000 is 1. Null for a text that is no number, or has more digits than any number
     * here may have. JSON may have exponents, because some programs write them unasked: 5E+3 is 5000.
     */
    private static @Nullable BigDecimal exactly(Scalar scalar) {
        Pattern form = scalar.kind() == Kind.NUMBER ? JSON_NUMBER : NUMBER;
        if (!form.matcher(scalar.text()).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(scalar.text());
        BigDecimal shortest = number.stripTrailingZeros();
        boolean tooLong = shortest.precision() - shortest.scale() > MAX_WHOLE_DIGITS || shortest.scale() > MAX_DECIMALS;
        return tooLong ? null : number;
    }

    private static @Nullable Object whole(Scalar scalar, Constraints constraints, FaultReporter faults) {
        BigDecimal number = number(scalar, constraints, faults);
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            return number.stripTrailingZeros().scale() > 0
                    ? faults.report("number-not-whole", scalar.text())
                    : faults.report("number-out-of-range", scalar.text(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    private static @Nullable Object truth(Scalar scalar, FaultReporter faults) {
        boolean possible = scalar.kind() == Kind.BOOLEAN || scalar.kind() == Kind.PLAIN;
        return possible && (scalar.text().equals("true") || scalar.text().equals("false"))
                ? Boolean.valueOf(scalar.text())
                : scalar.kind() == Kind.PLAIN
                        ? faults.report("not-a-boolean", scalar.text())
                        : faults.report("wrong-type", label(Boolean.class));
    }

    private static @Nullable Object parsed(Scalar scalar, Class<?> type, FaultReporter faults) {
        if (scalar.kind() != Kind.TEXT && scalar.kind() != Kind.PLAIN) {
            return faults.report("wrong-type", label(type));
        }
        if (type == LocalDate.class) {
            return parse(scalar, any -> "not-a-date", faults, ScalarReader::date);
        }
        if (type == OffsetDateTime.class) {
            return parse(scalar, ScalarReader::faultOfInstant, faults, ScalarReader::instant);
        }
        if (type == ZoneId.class) {
            return parse(scalar, any -> "not-a-zone", faults, ZoneNames::zone);
        }
        throw new IllegalArgumentException("no reader for " + type);
    }

    private static @Nullable Object parse(
            Scalar scalar, UnaryOperator<String> fault, FaultReporter faults, Function<String, Object> parser) {
        try {
            return parser.apply(scalar.text());
        } catch (DateTimeException e) {
            return faults.report(fault.apply(scalar.text()), scalar.text());
        }
    }

    private static String faultOfInstant(String text) {
        boolean leap =
                INSTANT.matcher(text).matches() && LEAP_SECOND.matcher(text).matches();
        return leap ? "leap-second" : "not-an-instant";
    }

    private static LocalDate date(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("no year of four digits, month and day");
        }
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    private static OffsetDateTime instant(String text) {
        if (!INSTANT.matcher(text).matches()) {
            throw new DateTimeException("no instant with an offset");
        }
        OffsetDateTime instant = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT));
        if (instant.getYear() < 1990 || instant.getYear() > 2199) {
            throw new DateTimeException("no year that a policy speaks of");
        }
        return instant;
    }

    private static String bound(@Nullable BigDecimal bound) {
        return bound == null ? "…" : bound.toPlainString();
    }
}
