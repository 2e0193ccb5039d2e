package io.quanyi.catalogue.edit;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.servicetime.Session;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.edit.YamlEdit;
import io.quanyi.text.BilingualText;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue's file with changed entries, of which only the lines that must change do. It does not judge the result: a reader of
 * catalogues finds faults in it, such as an alias of two products.
 */
public final class CatalogueEdit {

    private static final List<String> DOCUMENT = List.of(
            "products",
            "families",
            "deployments",
            "plans",
            "topics",
            "severities",
            "measures",
            "codes",
            "windows",
            "channels",
            "services",
            "groups",
            "openings",
            "elsewhere");
    private static final List<String> ENTRY =
            List.of("id", "kind", "family", "names", "aliases", "contact", "window", "of", "values");

    private final SourceFile file;
    private final Obj document;

    private CatalogueEdit(SourceFile file, Obj document) {
        this.file = file;
        this.document = document;
    }

    /**
     * Begins with a file.
     *
     * @throws FaultsFound if it is no YAML
     */
    public static CatalogueEdit of(SourceFile file) {
        return new CatalogueEdit(file, YamlEdit.read(file));
    }

    /**
     * The file with all changes.
     *
     * @throws FaultsFound if it is written in a way in which they cannot be made in place
     */
    public SourceFile file() {
        return YamlEdit.changed(file, document);
    }

    /** With a service announced as available for a product, if it is not yet. */
    public CatalogueEdit open(Catalogue.Opening opening) {
        List<Tree> openings = new ArrayList<>(items("openings"));
        if (openings.stream().anyMatch(entry -> isOf(entry, opening))) {
            return this;
        }
        openings.add(EntryEdit.of(List.of(), new Obj(Map.of()))
                .with("service", opening.service())
                .with("product", opening.product())
                .object());
        return with("openings", openings);
    }

    /** Without the announcement that a service is available for a product. */
    public CatalogueEdit close(Catalogue.Opening opening) {
        return with(
                "openings",
                items("openings").stream()
                        .filter(entry -> !isOf(entry, opening))
                        .toList());
    }

    private static boolean isOf(Tree entry, Catalogue.Opening opening) {
        return text(entry, "service").equals(opening.service())
                && text(entry, "product").equals(opening.product());
    }

    /** With a product of this id, family, names and aliases, changed or new. */
    public CatalogueEdit product(Catalogue.Product product) {
        String family = product.family().equals(product.id()) ? null : product.family();
        return entry(
                "products",
                product.id(),
                entry -> entry.with("family", family)
                        .with("names", product.names())
                        .with("aliases", product.aliases()));
    }

    /** With a channel of this id, names, contact and window, changed or new. */
    public CatalogueEdit channel(Catalogue.Channel channel) {
        return entry(
                "channels",
                channel.id(),
                entry -> entry.with("names", channel.names())
                        .with("contact", channel.contact())
                        .with("window", channel.window()));
    }

    /** With a measure of this id, names, kind, part of a request and ids as values, changed or new. */
    public CatalogueEdit measure(Catalogue.Measure measure) {
        return entry(
                "measures",
                measure.id(),
                entry -> entry.with("names", measure.names())
                        .with("kind", measure.kind().code())
                        .with("of", measure.of())
                        .with("values", values(measure)));
    }

    private static @Nullable Tree values(Catalogue.Measure measure) {
        return measure.values().isEmpty()
                ? null
                : EntryEdit.list(measure.values().stream()
                        .map(value -> EntryEdit.of(List.of(), new Obj(Map.of()))
                                .with("id", value.id())
                                .with("names", value.names())
                                .object())
                        .toList());
    }

    /** With a code of this kind, id and names, changed or new. */
    public CatalogueEdit code(String kind, String id, BilingualText names) {
        return entry("codes", id, entry -> entry.with("kind", kind).with("names", names));
    }

    /** With other hours of a window; days with the same hours, one after the other, are written together. */
    public CatalogueEdit hours(String window, Map<DayOfWeek, List<Session>> week) {
        return entry("windows", window, entry -> entry.with("week", WeekEdit.written(week)));
    }

    /**
     * With other names of an entry.
     *
     * @param list the list of the entry, such as {@code plans}
     */
    public CatalogueEdit names(String list, String id, BilingualText names) {
        return entry(list, id, entry -> entry.with("names", names));
    }

    /** Changes the entry of an id, or adds one to the end of its list. */
    private CatalogueEdit entry(String list, String id, UnaryOperator<EntryEdit> change) {
        List<Tree> entries = new ArrayList<>();
        boolean isThere = false;
        for (Tree entry : items(list)) {
            boolean isMeant = entry instanceof Obj && text(entry, "id").equals(id);
            entries.add(isMeant ? change.apply(EntryEdit.of(ENTRY, (Obj) entry)).object() : entry);
            isThere |= isMeant;
        }
        if (!isThere) {
            EntryEdit fresh = EntryEdit.of(ENTRY, new Obj(Map.of())).with("id", id);
            entries.add(change.apply(fresh).object());
        }
        return with(list, entries);
    }

    private CatalogueEdit with(String list, List<Tree> items) {
        @Nullable Tree value = items.isEmpty() && list.equals("openings") ? null : EntryEdit.list(items);
        return new CatalogueEdit(
                file, EntryEdit.of(DOCUMENT, document).with(list, value).object());
    }

    private List<Tree> items(String list) {
        return document.members().get(list) instanceof Arr entries ? entries.items() : List.of();
    }

    private static String text(Tree entry, String member) {
        return entry instanceof Obj object && object.members().get(member) instanceof Scalar scalar
                ? scalar.text()
                : "";
    }
}
