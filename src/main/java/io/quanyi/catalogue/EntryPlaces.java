package io.quanyi.catalogue;

import io.quanyi.facts.Domain;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import java.util.HashMap;
import java.util.Map;

/**
 * The places in a file where the entries of a catalogue are written. All instances are equal, so that equal catalogues are equal wherever they
 * are written.
 */
public final class EntryPlaces {

    private static final Map<Domain, String> LISTS = Map.of(
            Domain.PLAN, "plans",
            Domain.WINDOW, "windows",
            Domain.SERVICE, "services",
            Domain.SERVICE_GROUP, "groups");

    private final Position start;
    private final Map<String, Position> places = new HashMap<>();

    EntryPlaces(Tree catalogue) {
        this.start = catalogue.position();
        LISTS.forEach((domain, list) -> CatalogueReferences.scalars(catalogue, list, "*", "id")
                .forEach(id -> places.putIfAbsent(domain + " " + id.text(), id.position())));
    }

    /** The place of a plan, window, service or group; the start of the file for an entry that is not in it. */
    public Position of(Domain domain, String id) {
        return places.getOrDefault(domain + " " + id, start);
    }

    /** The place of an entry of a kind, such as {@code plan}; the start of the file for an entry that is not in it, or of another kind. */
    public Position of(String kind, String id) {
        return LISTS.entrySet().stream()
                .filter(list -> list.getValue().equals(kind + "s"))
                .findFirst()
                .map(list -> of(list.getKey(), id))
                .orElse(start);
    }

    /** The place of a window. */
    public Position window(String id) {
        return of(Domain.WINDOW, id);
    }

    /** The first character of the file, for what concerns all of it. */
    public Position start() {
        return start;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryPlaces;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
