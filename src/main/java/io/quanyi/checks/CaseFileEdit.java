package io.quanyi.checks;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.YamlReader;
import io.quanyi.source.edit.YamlEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes a file of cases in place, as its author would: every other line stays as it is. */
public final class CaseFileEdit {

    private static final String CASES = "cases";
    private static final String NAME = "name";
    private static final String EXPECT = "expect";

    private CaseFileEdit() {}

    /** An empty file of cases. */
    public static SourceFile fresh(String path) {
        return new SourceFile(path, "cases: []\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Whether cases can be read from a file. */
    public static boolean isReadable(SourceFile file) {
        return YamlReader.read(file, new Faults()) instanceof Obj;
    }

    /** A case as it is added to a file. */
    public static String text(Obj added) {
        String text = new String(adding(fresh(""), added).bytes(), StandardCharsets.UTF_8);
        return text.substring(text.indexOf('-')).stripTrailing().replace("\n  ", "\n");
    }

    /** Whether a file has a case of a name. */
    public static boolean has(SourceFile file, String name) {
        return items(file).stream()
                .anyMatch(
                        entry -> entry instanceof Obj item && name(item).text().equals(name));
    }

    /**
     * A file with one more case, as its last one.
     *
     * @throws FaultsFound if the file cannot be read, or cannot be changed in place
     */
    public static SourceFile adding(SourceFile file, Obj added) {
        List<Tree> cases = new ArrayList<>(items(file));
        if (cases.isEmpty()) {
            return first(file, added);
        }
        cases.add(added);
        return with(file, cases);
    }

    /** A file that has no case yet: the first one stands on lines of its own. */
    private static SourceFile first(SourceFile file, Obj added) {
        SourceFile begun = new SourceFile(file.path(), "cases:\n\n  - name: x\n".getBytes(StandardCharsets.UTF_8));
        if (YamlEdit.read(file).members().size() > 1) {
            throw new FaultsFound(List.of(Fault.at(Position.of(file.path()), "yaml-not-editable")));
        }
        return with(begun, List.of(added));
    }

    /**
     * A file in which a case expects an answer as it is. Rules that fire or not against its lists change their list.
     *
     * @param asked the case, read from this file
     * @param answer the answer, as {@link CaseRun#answer} gives it
     * @param fired the rules that fire
     * @throws FaultsFound if the file cannot be read, or cannot be changed in place
     */
    public static SourceFile taking(SourceFile file, Case asked, Object answer, Set<String> fired) {
        return with(
                file,
                items(file).stream()
                        .map(entry -> entry instanceof Obj item
                                        && name(item).text().equals(asked.name().written())
                                ? taken(item, asked, answer, fired)
                                : entry)
                        .toList());
    }

    private static Obj taken(Obj entry, Case asked, Object answer, Set<String> fired) {
        Map<String, Tree> members = new LinkedHashMap<>(entry.members());
        members.computeIfPresent(EXPECT, (any, before) -> ExpectedAnswer.of(before, answer));
        list(members, "fires", both(asked.fires(), asked.silent(), fired::contains));
        list(members, "silent", both(asked.silent(), asked.fires(), rule -> !fired.contains(rule)));
        return new Obj(members);
    }

    private static List<String> both(List<String> some, List<String> others, Predicate<String> kept) {
        return Stream.concat(some.stream(), others.stream()).filter(kept).toList();
    }

    private static void list(Map<String, Tree> members, String name, List<String> rules) {
        if (rules.isEmpty()) {
            members.remove(name);
        } else if (!(members.get(name) instanceof Arr before) || !texts(before).equals(rules)) {
            members.put(name, PlainTree.texts(rules));
        }
    }

    private static List<String> texts(Arr list) {
        return list.items().stream()
                .map(item -> item instanceof Scalar scalar ? scalar.text() : "")
                .toList();
    }

    private static Scalar name(Obj entry) {
        return entry.members().get(NAME) instanceof Scalar name ? name : PlainTree.text("");
    }

    private static List<Tree> items(SourceFile file) {
        return YamlEdit.read(file).members().get(CASES) instanceof Arr list ? list.items() : List.of();
    }

    private static SourceFile with(SourceFile file, List<Tree> cases) {
        return YamlEdit.changed(file, member(YamlEdit.read(file), CASES, any -> new Arr(Position.NOWHERE, cases)));
    }

    private static Obj member(Obj object, String name, UnaryOperator<Tree> change) {
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        members.computeIfPresent(name, (any, before) -> change.apply(before));
        return new Obj(members);
    }
}
