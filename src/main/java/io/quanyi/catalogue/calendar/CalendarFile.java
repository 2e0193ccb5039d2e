package io.quanyi.catalogue.calendar;

import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A calendar file with the places of its members.
 *
 * @param path its path in the tree of rules: it ends with the folder of the calendar and the name of the file
 * @param tree the file as written
 * @param document its content
 */
record CalendarFile(String path, Tree tree, CalendarDocument document) {

    private static final String YAML = ".yaml";

    /**
     * Reads a file; null, with the faults added, if it has any.
     *
     * @param languages the languages in which each name must be
     */
    static @Nullable CalendarFile read(SourceFile file, Set<Language> languages, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        CalendarDocument document =
                tree == null ? null : new RecordBinder(faults, languages).bind(tree, CalendarDocument.class);
        return tree == null || document == null ? null : new CalendarFile(file.path(), tree, document);
    }

    /** The folder that the file is in; empty for none. */
    String folder() {
        return folder(path);
    }

    /** The folder that the file of a path is in; empty for none. */
    static String folder(String path) {
        String[] names = path.split("/", -1);
        return names.length < 2 ? "" : names[names.length - 2];
    }

    /** The year that the file is named after, as in {@code 2027.yaml}; null for another name. */
    @Nullable Integer year() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.matches("\\d{4}" + YAML) ? Integer.valueOf(name.substring(0, 4)) : null;
    }

    /** The place of a member: names of members and numbers of list items, from the outermost on. */
    Position at(Object... way) {
        Tree place = tree;
        for (Object step : way) {
            place = below(place, step);
        }
        return place.position();
    }

    private static Tree below(Tree place, Object step) {
        if (place instanceof Tree.Obj object && step instanceof String name) {
            return object.members().getOrDefault(name, place);
        }
        return place instanceof Tree.Arr list && step instanceof Integer number
                ? list.items().get(number)
                : place;
    }
}
