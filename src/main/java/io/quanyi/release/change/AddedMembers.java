package io.quanyi.release.change;

import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.edit.TreeJoin;
import io.quanyi.source.edit.YamlComments;
import io.quanyi.source.edit.YamlEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The members that a change and a later version of a YAML file both add to the document, or to an object in it. A merge of
 * lines would write each of them twice. So the change is merged without them, and the result gets what both say in them.
 * Entries of lists are not looked at.
 */
final class AddedMembers {

    private final SourceFile changed;
    private final SourceFile later;
    private final Map<List<String>, Tree> values = new LinkedHashMap<>();
    private final List<MergeConflict> conflicts = new ArrayList<>();
    private SourceFile change;

    private AddedMembers(SourceFile changed, SourceFile later) {
        this.changed = changed;
        this.later = later;
        this.change = changed;
    }

    /** Compares the sides; there are no such members in files that are no YAML, or that cannot be changed in place. */
    static AddedMembers of(SourceFile before, SourceFile changed, SourceFile later) {
        try {
            AddedMembers both = new AddedMembers(changed, later);
            both.compare(YamlEdit.read(before), YamlEdit.read(changed), YamlEdit.read(later));
            return both;
        } catch (FaultsFound e) {
            return new AddedMembers(changed, later);
        }
    }

    /** The change without the members. */
    SourceFile change() {
        return change;
    }

    /** The places at which both say something else, or at which a comment of the change would be lost. */
    List<MergeConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /**
     * The merged file with the values of both sides.
     *
     * @throws FaultsFound if it is no YAML, because both add members to an entry of a list, or cannot be changed in place
     */
    SourceFile join(SourceFile merged) {
        if (values.isEmpty()) {
            return merged;
        }
        Obj document = YamlEdit.read(merged);
        for (Map.Entry<List<String>, Tree> value : values.entrySet()) {
            document = with(document, value.getKey(), value.getValue());
        }
        return YamlEdit.changed(merged, document);
    }

    private void compare(Obj before, Obj changedDocument, Obj laterDocument) {
        Obj rest = apart(List.of(), before, changedDocument, laterDocument);
        if (values.isEmpty()) {
            return;
        }
        change = YamlEdit.changed(changed, rest);
        List<String> kept = new ArrayList<>(YamlComments.of(change));
        kept.addAll(YamlComments.of(later));
        Position place = place(laterDocument, values.keySet().iterator().next());
        YamlComments.of(changed).stream()
                .filter(comment -> !kept.contains(comment))
                .forEach(lost ->
                        conflicts.add(new MergeConflict(place, "# " + lost, LineMerge.words(later, place.line()))));
    }

    /** The members of an object of the change but for those that both add. */
    private Obj apart(List<String> path, Obj before, Obj is, Obj then) {
        Map<String, Tree> rest = new LinkedHashMap<>();
        is.members().forEach((name, value) -> {
            List<String> place = new ArrayList<>(path);
            place.add(name);
            Tree was = before.members().get(name);
            Tree there = then.members().get(name);
            if (was == null && there != null) {
                values.put(place, TreeJoin.of(there, value, this::conflict));
            } else if (was instanceof Obj one && value instanceof Obj other && there instanceof Obj third) {
                rest.put(name, apart(place, one, other, third));
            } else {
                rest.put(name, value);
            }
        });
        return new Obj(rest);
    }

    private void conflict(Tree there, Tree added) {
        Position place = there.position();
        conflicts.add(new MergeConflict(
                place, LineMerge.words(changed, added.position().line()), LineMerge.words(later, place.line())));
    }

    private static Position place(Obj document, List<String> path) {
        Obj object = document;
        for (String name : path.subList(0, path.size() - 1)) {
            object = (Obj) Objects.requireNonNull(object.members().get(name));
        }
        return Objects.requireNonNull(object.keys().get(path.get(path.size() - 1)));
    }

    private static Obj with(Obj object, List<String> path, Tree value) {
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        String name = path.get(0);
        members.put(
                name,
                path.size() == 1
                        ? value
                        : with((Obj) Objects.requireNonNull(members.get(name)), path.subList(1, path.size()), value));
        return new Obj(members);
    }
}
