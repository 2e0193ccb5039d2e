package io.quanyi.catalogue;

import io.quanyi.facts.Domain;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * An entry of a catalogue, as a clause names it: {@code windows/24x7}.
 *
 * @param list the list of the catalogue that has it
 * @param id its id
 */
public record CatalogueEntry(String list, String id) {

    static final String WRITTEN = "[a-z]+/" + Ids.ID;

    private static final Map<String, Domain> LISTS = Map.ofEntries(
            Map.entry("products", Domain.PRODUCT),
            Map.entry("deployments", Domain.DEPLOYMENT),
            Map.entry("plans", Domain.PLAN),
            Map.entry("topics", Domain.TOPIC),
            Map.entry("severities", Domain.SEVERITY),
            Map.entry("measures", Domain.MEASURE),
            Map.entry("windows", Domain.WINDOW),
            Map.entry("channels", Domain.CHANNEL),
            Map.entry("services", Domain.SERVICE),
            Map.entry("groups", Domain.SERVICE_GROUP));

    static CatalogueEntry of(String written) {
        int slash = written.indexOf('/');
        return new CatalogueEntry(written.substring(0, slash), written.substring(slash + 1));
    }

    /** All lists that have entries. */
    public static Set<String> lists() {
        return new TreeSet<>(LISTS.keySet());
    }

    /** Whether the catalogue has such a list. */
    public boolean isInList() {
        return LISTS.containsKey(list);
    }

    /** The domain of the id. The list must exist. */
    public Domain domain() {
        return Objects.requireNonNull(LISTS.get(list), list);
    }

    /** The entry as it is written. */
    public String written() {
        return list + "/" + id;
    }
}
