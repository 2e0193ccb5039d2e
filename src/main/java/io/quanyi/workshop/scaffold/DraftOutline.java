package io.quanyi.workshop.scaffold;

import io.quanyi.catalogue.Clauses;
import io.quanyi.release.RulesTree;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import io.quanyi.text.ZoneNames;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids and clauses of a draft that may have faults. A scaffold needs no more, and a draft that is being written has faults most of
 * the time; so only a file that is no YAML is refused.
 *
 * @param language the language of the document
 * @param languages the languages of the programme, in which its texts have to be
 * @param zone the time zone of the programme; UTC if it cannot be read
 * @param plans the ids of the plans, the lowest first
 * @param services the names of each service, in all languages, by its id
 * @param clauses the clauses, in the order of the document
 */
public record DraftOutline(
        Language language,
        Set<Language> languages,
        ZoneId zone,
        List<String> plans,
        Map<String, List<String>> services,
        List<Entry> clauses) {

    /**
     * One clause.
     *
     * @param reference the reference by which rules cite it
     * @param quote its original words
     * @param decides whether a rule has to rest on it
     * @param catalogue the entries of the catalogue that state it in place of a rule
     * @param rules the ids of the rules that cite it
     */
    public record Entry(String reference, String quote, boolean decides, List<String> catalogue, List<String> rules) {

        static Entry of(Obj clause, Map<String, List<String>> citations) {
            String item = text(clause, "item");
            String number = text(clause, "number");
            String reference = item.isEmpty() ? number : number + " " + item;
            return new Entry(
                    reference,
                    text(clause, "quote"),
                    text(clause, "decides").equals("true"),
                    texts(clause, "catalogue"),
                    List.copyOf(citations.getOrDefault(reference, List.of())));
        }

        /** Whether a rule still has to be written on the clause. */
        public boolean lacksRule() {
            return decides && rules.isEmpty();
        }
    }

    /**
     * Reads the outline.
     *
     * @throws FaultsFound if a file is missing or is no YAML
     */
    static DraftOutline of(SourceTree tree, String programme, String policy, String catalogue) {
        Map<String, List<String>> citations =
                CitedClauses.of(RulesTree.policyFiles(tree, RulesTree.id(tree, programme, 0, policy, catalogue, "")));
        Obj about = document(tree, programme + "/programme.yaml");
        Obj sold = document(tree, PartKind.CATALOGUE.folder(programme, catalogue));
        Obj clauses = document(tree, PartKind.POLICY.folder(programme, policy) + Clauses.FILE);
        Map<String, List<String>> services = new LinkedHashMap<>();
        entries(sold, "services").forEach(service -> services.put(text(service, "id"), names(service)));
        boolean english = about.members().get("source") instanceof Obj source
                && text(source, "language").equals(Language.ENGLISH.tag());
        return new DraftOutline(
                english ? Language.ENGLISH : Language.CHINESE,
                RulesTree.languages(tree, programme, catalogue),
                zone(text(about, "zone")),
                entries(sold, "plans").map(plan -> text(plan, "id")).toList(),
                services,
                entries(clauses, "clauses")
                        .map(clause -> Entry.of(clause, citations))
                        .toList());
    }

    /**
     * Reads the outline of the newest versions.
     *
     * @throws FaultsFound if a file is missing or is no YAML
     */
    public static DraftOutline newest(SourceTree tree, String programme) {
        return of(
                tree,
                programme,
                last(RulesTree.policies(tree, programme)),
                last(RulesTree.catalogues(tree, programme)));
    }

    private static String last(List<String> versions) {
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1);
    }

    /** The services that a clause names: by the names that its reference or quote has. */
    List<String> servicesOf(Entry clause) {
        String words = clause.reference() + " " + clause.quote();
        return services.entrySet().stream()
                .filter(service -> service.getValue().stream().anyMatch(words::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The words of a clause; empty if there is no such clause. */
    String quote(String reference) {
        return clauses.stream()
                .filter(clause -> clause.reference().equals(reference))
                .map(Entry::quote)
                .findFirst()
                .orElse("");
    }

    /** Whether a clause has this reference. */
    public boolean hasClause(String reference) {
        return clauses.stream().anyMatch(clause -> clause.reference().equals(reference));
    }

    /** The zone and the holiday calendar of each window of a catalogue that closes on holidays; none if the file is no YAML. */
    static Stream<Map.Entry<String, String>> calendars(SourceTree tree, String programme, String catalogue) {
        try {
            return entries(document(tree, PartKind.CATALOGUE.folder(programme, catalogue)), "windows")
                    .map(window -> Map.entry(text(window, "zone"), text(window, "calendar")));
        } catch (FaultsFound e) {
            return Stream.of();
        }
    }

    private static Obj document(SourceTree tree, String path) {
        SourceFile file = tree.file(path);
        if (file == null) {
            throw new FaultsFound(List.of(Fault.at(Position.of(path), "file-missing")));
        }
        Faults faults = new Faults();
        Tree document = YamlReader.read(file, faults);
        faults.throwIfAny();
        return document instanceof Obj object ? object : new Obj(Map.of());
    }

    private static Stream<Obj> entries(Obj document, String list) {
        return document.members().get(list) instanceof Arr entries
                ? entries.items().stream().filter(Obj.class::isInstance).map(Obj.class::cast)
                : Stream.of();
    }

    private static List<String> names(Obj entry) {
        return entry.members().get("names") instanceof Obj names
                ? names.members().keySet().stream()
                        .map(language -> text(names, language))
                        .filter(name -> !name.isBlank())
                        .toList()
                : List.of();
    }

    /** The text of a member; empty if it is absent or no text. */
    private static String text(Obj object, String member) {
        @Nullable Tree value = object.members().get(member);
        return value instanceof Scalar scalar ? scalar.text() : "";
    }

    /** The texts of a list; empty if it is absent. */
    private static List<String> texts(Obj object, String member) {
        return object.members().get(member) instanceof Arr list
                ? list.items().stream()
                        .filter(Scalar.class::isInstance)
                        .map(item -> ((Scalar) item).text())
                        .toList()
                : List.of();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneNames.zone(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
