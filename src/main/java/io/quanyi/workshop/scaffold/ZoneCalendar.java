package io.quanyi.workshop.scaffold;

import io.quanyi.release.RulesTree;
import io.quanyi.source.SourceTree;
import io.quanyi.source.ZoneNames;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The holiday calendar of a time zone: the one by which windows of other programmes in this zone close. Holidays of another country would
 * be wrong, so a zone that no programme uses has none.
 */
final class ZoneCalendar {

    /** The calendar of the zone in which the programmes of an empty folder are. */
    private static final Map<String, String> WITHOUT_PROGRAMMES = Map.of("Asia/Shanghai", "cn");

    private ZoneCalendar() {}

    /** The id of the calendar; empty if there is none. */
    static String of(SourceTree tree, String calendars, ZoneId zone) {
        List<String> known = tree.children("calendars/" + calendars + "/");
        Stream<String> used = RulesTree.programmes(tree).stream()
                .flatMap(programme -> RulesTree.catalogues(tree, programme).stream()
                        .flatMap(catalogue -> DraftOutline.calendars(tree, programme, catalogue)))
                .filter(window -> isSame(window.getKey(), zone))
                .map(Map.Entry::getValue);
        Stream<String> usual = WITHOUT_PROGRAMMES.entrySet().stream()
                .filter(window -> isSame(window.getKey(), zone))
                .map(Map.Entry::getValue);
        return Stream.concat(used, usual)
                .filter(known::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Whether two names stand for one zone, such as PRC and Asia/Shanghai. */
    private static boolean isSame(String name, ZoneId zone) {
        try {
            return ZoneNames.zone(name).getRules().equals(zone.getRules());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
