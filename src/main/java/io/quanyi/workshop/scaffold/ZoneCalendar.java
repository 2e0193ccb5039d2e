package io.quanyi.workshop.scaffold;

import io.quanyi.release.RulesTree;
import io.quanyi.source.SourceTree;
import io.quanyi.text.ZoneNames;
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
 * be wrong, so a zone that no programme uses has none; in a folder without programmes, the only calendar was made for the first.
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
        boolean begins = RulesTree.programmes(tree).isEmpty();
        Stream<String> only = begins && known.size() == 1 ? known.stream() : Stream.of();
        return Stream.of(used, usual, only)
                .flatMap(ids -> ids)
                .filter(known::contains)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The calendars that a catalogue names and that a version of the calendars has not. */
    static List<String> missing(SourceTree tree, String programme, String catalogue, String calendars) {
        List<String> known = tree.children("calendars/" + calendars + "/");
        return DraftOutline.calendars(tree, programme, catalogue)
                .map(Map.Entry::getValue)
                .filter(id -> id.matches("[A-Za-z0-9]+(-[A-Za-z0-9]+)*") && !known.contains(id))
                .distinct()
                .toList();
    }

    /** The calendars by which windows of the newest catalogues close, in the order of their ids. */
    static List<String> named(SourceTree tree) {
        return RulesTree.programmes(tree).stream()
                .flatMap(programme ->
                        RulesTree.catalogues(tree, programme).stream().reduce((older, newer) -> newer).stream()
                                .flatMap(catalogue -> DraftOutline.calendars(tree, programme, catalogue)))
                .map(Map.Entry::getValue)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
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
