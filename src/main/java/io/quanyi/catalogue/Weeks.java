package io.quanyi.catalogue;

import static java.util.Objects.requireNonNull;

import io.quanyi.catalogue.CatalogueDocument.WindowEntry;
import io.quanyi.servicetime.InvalidTime;
import io.quanyi.servicetime.Session;
import io.quanyi.servicetime.Window;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Tree;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the week of a window: sessions under a day, or under a span of days such as {@code monday-friday}. */
final class Weeks {

    private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3600);

    private Weeks() {}

    static @Nullable Window window(WindowEntry entry, Faults faults) {
        Map<DayOfWeek, List<Session>> week = new EnumMap<>(DayOfWeek.class);
        int before = faults.count();
        written(entry).forEach((days, sessions) -> {
            for (DayOfWeek day : days(days, sessions, faults)) {
                week.computeIfAbsent(day, any -> new ArrayList<>()).addAll(sessions(sessions, faults));
            }
        });
        return faults.count() == before ? window(entry, week, faults) : null;
    }

    private static @Nullable Window window(WindowEntry entry, Map<DayOfWeek, List<Session>> week, Faults faults) {
        try {
            return new Window(
                    entry.id(), requireNonNull(entry.zone()), week, entry.calendar() != null, workingDay(entry));
        } catch (InvalidTime e) {
            Tree any = written(entry).values().stream().findFirst().orElseThrow(() -> e);
            faults.add(Fault.at(any.position(), e.code(), e.arguments()));
            return null;
        }
    }

    private static Duration workingDay(WindowEntry entry) {
        BigDecimal hours = entry.workingDayHours();
        return hours == null
                ? Window.USUAL_DAY
                : Duration.ofSeconds(hours.multiply(SECONDS_OF_HOUR).longValueExact());
    }

    private static Map<String, Tree> written(WindowEntry entry) {
        return requireNonNull(entry.week(), "only a window with a week is read");
    }

    private static List<DayOfWeek> days(String written, Tree place, Faults faults) {
        String[] ends = written.split("-", 2);
        try {
            DayOfWeek first = DayOfWeek.valueOf(ends[0].toUpperCase(Locale.ROOT));
            DayOfWeek last = DayOfWeek.valueOf(ends[ends.length - 1].toUpperCase(Locale.ROOT));
            List<DayOfWeek> days = new ArrayList<>();
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
            return days;
        } catch (IllegalArgumentException e) {
            faults.add(Fault.at(place.position(), "not-days-of-week", written));
            return List.of();
        }
    }

    private static List<Session> sessions(Tree tree, Faults faults) {
        List<Session> sessions = new ArrayList<>();
        if (!(tree instanceof Tree.Arr array)) {
            faults.add(Fault.at(tree.position(), "not-a-list"));
            return sessions;
        }
        for (Tree item : array.items()) {
            String written = item instanceof Tree.Scalar scalar ? scalar.text() : "";
            try {
                sessions.add(Session.parse(written));
            } catch (InvalidTime e) {
                faults.add(Fault.at(item.position(), e.code(), e.arguments()));
            }
        }
        return sessions;
    }
}
