package io.quanyi.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of measures. */
public enum MeasureKind {
    /** A number, from 0 on. */
    NUMBER(BigDecimal.class),
    /** One of the ids that the measure declares. */
    ID(String.class),
    /** A day of the calendar. */
    DATE(LocalDate.class),
    /** True or false. */
    BOOLEAN(Boolean.class);

    private final Class<?> type;

    MeasureKind(Class<?> type) {
        this.type = type;
    }

    /** The type of the values. */
    public Class<?> type() {
        return type;
    }

    /** The kind as a catalogue states it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The codes of all kinds. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(MeasureKind::code).toList();
    }

    /** The kind with a code. */
    public static MeasureKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
