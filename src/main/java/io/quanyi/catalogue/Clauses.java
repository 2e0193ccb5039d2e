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
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import jakarta.validation.constraints.Pattern;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clauses of the document of a programme, by the references of rules. */
public final class Clauses {

    /** The name of the file. Each version of a policy has one, because each edition of a document has its own words. */
    public static final String FILE = "clauses.yaml";

    /** The file. */
    record ClausesDocument(
            @Pattern(regexp = "none") @Nullable String period, List<Clause> clauses) {}

    private final boolean limitsPeriod;
    private final Map<String, Clause> byReference;

    private Clauses(boolean limitsPeriod, Map<String, Clause> byReference) {
        this.limitsPeriod = limitsPeriod;
        this.byReference = byReference;
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
        if ((glossed && lacksGloss(tree, faults)) || document == null) {
            return null;
        }
        Map<String, Clause> byReference = new LinkedHashMap<>();
        for (Clause clause : document.clauses()) {
            if (byReference.putIfAbsent(clause.reference(), clause) != null) {
                faults.add(Fault.at(Position.of(file.path()), "duplicate-id", clause.reference()));
            }
        }
        return new Clauses(document.period() == null, byReference);
    }

    private static boolean lacksGloss(@Nullable Tree tree, Faults faults) {
        int before = faults.count();
        List<Tree> entries = tree instanceof Obj file && file.members().get("clauses") instanceof Arr clauses
                ? clauses.items()
                : List.of();
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
        return limitsPeriod;
    }

    /** All clauses, in the order of the document. */
    public Collection<Clause> all() {
        return byReference.values();
    }
}
