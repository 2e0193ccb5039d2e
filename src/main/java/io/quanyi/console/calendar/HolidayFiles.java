package io.quanyi.console.calendar;

import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.catalogue.edit.CalendarEdit;
import io.quanyi.release.CalendarVersions;
import io.quanyi.release.RulesTree;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of the newest calendars that are published.
 *
 * @param version their version; empty if there are none
 * @param files the files, by their path in the version, such as {@code cn/2027.yaml}
 */
record HolidayFiles(String version, TreeMap<String, SourceFile> files) {

    static HolidayFiles of(SourceTree tree) {
        List<String> versions = new ArrayList<>(RulesTree.calendars(tree));
        versions.removeAll(CalendarVersions.unnamed(tree));
        String newest = versions.isEmpty() ? "" : versions.get(versions.size() - 1);
        TreeMap<String, SourceFile> files = new TreeMap<>();
        if (!newest.isEmpty()) {
            String folder = "calendars/" + newest + "/";
            tree.under(folder).forEach(file -> {
                String path = file.path().substring(folder.length());
                files.put(path, new SourceFile(path, file.bytes()));
            });
        }
        return new HolidayFiles(newest, files);
    }

    /** The ids of the calendars. */
    List<String> ids() {
        TreeSet<String> ids = new TreeSet<>();
        files.keySet().forEach(path -> ids.add(path.substring(0, Math.max(0, path.indexOf('/')))));
        return List.copyOf(ids);
    }

    /** The file of a year; empty if no file can be read. */
    Optional<CalendarDocument> year(String id, int year) {
        return Optional.ofNullable(files.get(path(id, year))).flatMap(CalendarDocument::read);
    }

    /** The newest year of a calendar. */
    Optional<CalendarDocument> newest(String id) {
        return files.descendingMap().values().stream()
                .filter(file -> file.path().startsWith(id + "/"))
                .flatMap(file -> CalendarDocument.read(file).stream())
                .findFirst();
    }

    /**
     * These files with a year, new or in place of the existing file, whose comments stay.
     *
     * @throws io.quanyi.source.FaultsFound if the file of the year cannot be changed in place
     */
    List<SourceFile> with(CalendarDocument year) {
        TreeMap<String, SourceFile> all = new TreeMap<>(files);
        String path = path(year.id(), year.knownFrom().getYear());
        SourceFile before = files.get(path);
        all.put(
                path,
                before == null || CalendarDocument.read(before).isEmpty()
                        ? new SourceFile(path, CalendarEdit.text(year).getBytes(StandardCharsets.UTF_8))
                        : CalendarEdit.changed(before, year));
        return List.copyOf(all.values());
    }

    private static String path(String id, int year) {
        return id + "/" + year + ".yaml";
    }
}
