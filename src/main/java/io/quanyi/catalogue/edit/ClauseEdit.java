package io.quanyi.catalogue.edit;

import io.quanyi.catalogue.Clause;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.edit.YamlEdit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of clauses in which one clause decides, has a reason, or names entries of the catalogue, otherwise than before. */
public final class ClauseEdit {

    private static final List<String> ORDER =
            List.of("number", "item", "quote", "gloss", "decides", "reason", "catalogue");

    private ClauseEdit() {}

    /**
     * The file with another basis of a clause, of which only the lines that must change do. The clause with the same reference is changed; a
     * file without it stays as it is.
     *
     * @throws io.quanyi.source.FaultsFound if it is no YAML, or written in a way in which it cannot be changed in place
     */
    public static SourceFile of(SourceFile file, Clause clause) {
        Obj document = YamlEdit.read(file);
        List<Tree> clauses = document.members().get("clauses") instanceof Arr list ? list.items() : List.of();
        List<Tree> changed = clauses.stream()
                .map(entry -> entry instanceof Obj object && isOf(object, clause) ? changed(object, clause) : entry)
                .toList();
        return YamlEdit.changed(
                file,
                EntryEdit.of(List.of(), document)
                        .with("clauses", EntryEdit.list(changed))
                        .object());
    }

    private static boolean isOf(Obj entry, Clause clause) {
        return Objects.equals(text(entry, "number"), clause.number())
                && Objects.equals(text(entry, "item"), clause.item());
    }

    private static @Nullable String text(Obj entry, String member) {
        return entry.members().get(member) instanceof Scalar scalar ? scalar.text() : null;
    }

    private static Obj changed(Obj entry, Clause clause) {
        EntryEdit edit = EntryEdit.of(ORDER, entry)
                .with("decides", new Scalar(Position.NOWHERE, Kind.PLAIN, String.valueOf(clause.decides())))
                .with("catalogue", Objects.requireNonNullElse(clause.catalogue(), List.of()));
        return (clause.reason() == null ? edit.with("reason", (Tree) null) : edit.with("reason", clause.reason()))
                .object();
    }
}
