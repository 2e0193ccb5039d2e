package io.quanyi.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** The names of time zones in the IANA database, also the older ones. */
public final class ZoneNames {

    /** The names of zones that this version of Java knows. */
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    /** The IANA names that some versions of Java do not know or take for an offset, with the names that stand for the same zone. */
    private static final Map<String, String> RENAMED = Map.of(
            "EST", "America/Panama",
            "MST", "America/Phoenix",
            "HST", "Pacific/Honolulu",
            "ROC", "Asia/Taipei",
            "GMT+0", "Etc/GMT",
            "GMT-0", "Etc/GMT");

    private ZoneNames() {}

    /**
     * The zone of a name.
     *
     * @throws DateTimeException if there is no such zone, or only in the list of an old system
     */
    public static ZoneId zone(String text) {
        String name = RENAMED.getOrDefault(text, text);
        if (!KNOWN.contains(name) || name.startsWith("SystemV/")) {
            throw new DateTimeException("no IANA zone");
        }
        return ZoneId.of(name);
    }
}
