package io.quanyi.catalogue;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clauses of the document of a programme, by the references of rules. */
public final class Clauses {

    /** The name of the file. Each version of a policy has one, because each edition of a document has its own words. */
    public static final String FILE = "clauses.yaml";

    /** The file. */
    record ClausesDocument(
            @Pattern(regexp = "none") @Nullable String period,
            @Size(max = 1000) @Nullable List<JudgedRemark> judged,
            List<Clause> clauses) {}

    private final ClausesDocument document;
    private final Map<String, Clause> byReference;
    private final Tree tree;
    private final Map<String, Tree> entries;

    private Clauses(ClausesDocument document, Map<String, Clause> byReference, Tree tree, Map<String, Tree> entries) {
        this.document = document;
        this.byReference = byReference;
        this.tree = tree;
        this.entries = entries;
    }

    /** The members of the file. */
    public static List<RecordForm.Member> form() {
        return RecordForm.of(ClausesDocument.class);
    }

    /**
     * Reads the file; null, with the faults added, if it has faults.
     *
     * @param languages the languages in which each reason must be
     * @param glossed whether each clause must have a gloss
     */
    public static @Nullable Clauses read(SourceFile file, Set<Language> languages, boolean glossed, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        ClausesDocument document =
                tree == null ? null : new RecordBinder(faults, languages).bind(tree, ClausesDocument.class);
        List<Tree> entries = entries(tree);
        if ((glossed && lacksGloss(entries, faults)) || tree == null || document == null) {
            return null;
        }
        Map<String, Clause> byReference = new LinkedHashMap<>();
        Map<String, Tree> written = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Clause clause = document.clauses().get(i);
            if (byReference.putIfAbsent(clause.reference(), clause) != null) {
                faults.add(Fault.at(entries.get(i).position(), "duplicate-id", clause.reference()));
            }
            written.putIfAbsent(clause.reference(), entries.get(i));
        }
        return new Clauses(document, byReference, tree, written);
    }

    private static List<Tree> entries(@Nullable Tree tree) {
        return tree instanceof Obj file && file.members().get("clauses") instanceof Arr clauses
                ? clauses.items()
                : List.of();
    }

    private static boolean lacksGloss(List<Tree> entries, Faults faults) {
        int before = faults.count();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Obj clause && !clause.members().containsKey("gloss")) {
                faults.add(
                        new Fault(clause.position(), "/clauses/" + i + "/gloss", "member-missing", List.of("gloss")));
            }
        }
        return faults.count() > before;
    }

    /** The clause with a reference; null if there is none. */
    public @Nullable Clause clause(String reference) {
        return byReference.get(reference);
    }

    /** Whether services end with the service period; false only if the author says that the document names none. */
    public boolean limitsPeriod() {
        return document.period() == null;
    }

    /** The remarks on the rules that the author has found to be as meant, in the order of the file. */
    public List<JudgedRemark> judged() {
        return Objects.requireNonNullElse(document.judged(), List.of());
    }

    /** All clauses, in the order of the document. */
    public Collection<Clause> all() {
        return byReference.values();
    }

    /** The place of the first character of the file, for what concerns all of it. */
    public Position start() {
        return tree.position();
    }

    /** The place where a clause is written. */
    public Position place(Clause clause) {
        return entry(clause).position();
    }

    /** The place where a clause names an entry of the catalogue. */
    public Position place(Clause clause, CatalogueEntry entry) {
        return CatalogueReferences.scalars(entry(clause), "catalogue", "*").stream()
                .filter(written -> written.text().equals(entry.written()))
                .map(Scalar::position)
                .findFirst()
                .orElse(place(clause));
    }

    /** The place where a remark is judged. */
    public Position place(JudgedRemark judged) {
        return CatalogueReferences.trees(tree, "judged", "*")
                .skip(judged().indexOf(judged))
                .findFirst()
                .map(Tree::position)
                .orElse(start());
    }

    private Tree entry(Clause clause) {
        return Objects.requireNonNull(entries.get(clause.reference()), clause.reference());
    }
}
