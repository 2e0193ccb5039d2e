package io.quanyi.source.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.Written;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of changes of YAML files in place, on all shipped catalogues and calendars and on single layouts. */
class YamlEditTests {

    static Stream<SourceFile> shipped() {
        return SourceTree.ofFolder(Path.of("rules")).under("").stream()
                .filter(file ->
                        file.path().contains("/catalogue/") || file.path().startsWith("calendars/"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aFileWithTheSameValuesKeepsItsBytes(SourceFile file) {
        assertThat(YamlEdit.changed(file, YamlEdit.read(file))).isSameAs(file);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aChangeAndTheChangeBackGiveTheSameBytes(SourceFile file) {
        Obj before = YamlEdit.read(file);
        List<Obj> others = new ArrayList<>();
        variants(before, changed -> others.add((Obj) changed));
        int step = Math.max(1, others.size() / 150);
        assertThat(others).hasSizeGreaterThan(40);
        for (int i = 0; i < others.size(); i += step) {
            SourceFile changed = YamlEdit.changed(file, others.get(i));
            assertThat(linesThatDiffer(file, changed)).as(text(changed)).isBetween(1L, 9L);
            assertThat(text(YamlEdit.changed(changed, before))).isEqualTo(text(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a: 1 # one|a: 2 # one|2",
                "a: '1' # one|a: '2' # one|2",
                "a: \"1\"|a: \"x: \\\"y\\\\\"|x: \"y\\",
                "a: \"1: 2\"|a: 12|12",
                "a: '# 1'|a: '# 2'|# 2",
                "a: '1'|a: 'it''s'|it's",
                "a: 1|a: \"x: y\"|x: y",
                "a: 1|a: \"# no\"|# no",
                "a: 1|a: '\"yes\": no'|\"yes\": no",
                "a: 1|a: 金蝶 K/3 WISE, 旗舰版|金蝶 K/3 WISE, 旗舰版",
                "a: 1|a: \"null\"|null",
                "a: 1|a: \"\"|",
                "a: 1|a: \"@x\"|@x",
                "a: 1|a: \"- x\"|- x"
            })
    void aTextIsQuotedWhereItMustBeAndKeepsItsQuotes(String before, String after, String value) {
        SourceFile file = Written.file("x.yaml", before + "\nb: 2\n");
        Obj wanted = with(YamlEdit.read(file), "a", scalar(value == null ? "" : value));
        assertThat(text(YamlEdit.changed(file, wanted))).isEqualTo(after + "\nb: 2\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a: []|a: [x]",
                "a: [y] # why|a: [y, x] # why",
                "a: [ y,  z ]|a: [ y,  z, x ]",
                "a:\\n  - y   # why\\n  # below|a:\\n  - y   # why\\n  - x\\n  # below",
                "a:\\n- y|a:\\n- y\\n- x",
                "a:\\n  - y\\n\\n  - z|a:\\n  - y\\n\\n  - z\\n\\n  - x",
                "a: [y,\\n  z]|a: [y,\\n  z, x]"
            })
    void anItemIsAddedInTheLayoutOfItsList(String before, String after) {
        for (String lineBreak : List.of("\n", "\r\n")) {
            SourceFile file = Written.file("x.yaml", (before + "\\nb: 2\\n").replace("\\n", lineBreak));
            Arr list =
                    (Arr) Objects.requireNonNull(YamlEdit.read(file).members().get("a"));
            Obj wanted = with(YamlEdit.read(file), "a", added(list, scalar("x")));
            assertThat(text(YamlEdit.changed(file, wanted)))
                    .isEqualTo((after + "\\nb: 2\\n").replace("\\n", lineBreak));
        }
    }

    @Test
    void aMemberIsAddedWhereItIsWantedAmongTheOthers() {
        SourceFile file = Written.file("x.yaml", "a: 1\n\n# of c\nc: { d: 2 }\n");
        Map<String, Tree> members = new LinkedHashMap<>();
        members.put("a", scalar("1"));
        members.put("b", new Arr(Position.NOWHERE, List.of(new Obj(Map.of("e", scalar("3"))))));
        members.put("c", new Obj(Map.of("d", scalar("2"))));
        assertThat(text(YamlEdit.changed(file, new Obj(members))))
                .isEqualTo("a: 1\n\nb:\n  - { e: 3 }\n\n# of c\nc: { d: 2 }\n");
    }

    @Test
    void anObjectInBracketsIsReplacedByOneWithoutItsMembers() {
        SourceFile file = Written.file("x.yaml", "a: { b: [1, 2], c: 3 } # why\n");
        Obj others = new Obj(Map.of("d", new Arr(Position.NOWHERE, List.of(scalar("4")))));
        assertThat(text(YamlEdit.changed(file, with(YamlEdit.read(file), "a", others))))
                .isEqualTo("a: { d: [4] } # why\n");
        Obj first = with(with(new Obj(Map.of()), "new", scalar("0")), "c", scalar("3"));
        assertThat(text(YamlEdit.changed(file, with(YamlEdit.read(file), "a", first))))
                .isEqualTo("a: { new: 0, c: 3 } # why\n");
    }

    @Test
    void whatCannotBeChangedInPlaceIsRefused() {
        SourceFile onlyItem = Written.file("x.yaml", "a:\n  - y\nb: 2\n");
        Obj wanted = with(YamlEdit.read(onlyItem), "a", new Arr(Position.NOWHERE, List.of()));
        assertThatThrownBy(() -> YamlEdit.changed(onlyItem, wanted)).isInstanceOf(FaultsFound.class);
        SourceFile block = Written.file("x.yaml", "a: |\n  y\nb: 2\n");
        assertThatThrownBy(() -> YamlEdit.changed(block, with(YamlEdit.read(block), "a", scalar("x\ny"))))
                .isInstanceOf(FaultsFound.class);
        assertThatThrownBy(() -> YamlEdit.read(Written.file("x.yaml", "a: &b 1\n")))
                .isInstanceOf(FaultsFound.class);
        assertThatThrownBy(() -> YamlEdit.read(Written.file("x.yaml", "- 1\n"))).isInstanceOf(FaultsFound.class);
    }

    /** Passes the tree with each value changed, each list with an item more, and each object with a member more. */
    private static void variants(Tree tree, java.util.function.Consumer<Tree> others) {
        if (tree instanceof Scalar scalar) {
            others.accept(scalar(scalar.text() + "：新, {new} #1"));
        } else if (tree instanceof Arr list) {
            others.accept(added(
                    list, list.items().isEmpty() ? scalar("x") : list.items().get(0)));
            for (int i = 0; i < list.items().size(); i++) {
                int at = i;
                variants(list.items().get(i), other -> {
                    List<Tree> items = new ArrayList<>(list.items());
                    items.set(at, other);
                    others.accept(new Arr(Position.NOWHERE, items));
                });
            }
        } else if (tree instanceof Obj object) {
            others.accept(with(object, "new", new Arr(Position.NOWHERE, List.of(scalar("x, y")))));
            object.members()
                    .forEach((name, value) -> variants(value, other -> others.accept(with(object, name, other))));
        }
    }

    private static long linesThatDiffer(SourceFile before, SourceFile after) {
        List<String> was = new ArrayList<>(text(before).lines().toList());
        List<String> is = new ArrayList<>(text(after).lines().toList());
        while (!was.isEmpty() && !is.isEmpty() && was.get(0).equals(is.get(0))) {
            was.remove(0);
            is.remove(0);
        }
        while (!was.isEmpty() && !is.isEmpty() && was.get(was.size() - 1).equals(is.get(is.size() - 1))) {
            was.remove(was.size() - 1);
            is.remove(is.size() - 1);
        }
        return Math.max(was.size(), is.size());
    }

    private static Obj with(Obj object, String name, Tree value) {
        Map<String, Tree> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new Obj(members);
    }

    private static Arr added(Arr list, Tree item) {
        List<Tree> items = new ArrayList<>(list.items());
        items.add(item);
        return new Arr(Position.NOWHERE, items);
    }

    private static Scalar scalar(String text) {
        return new Scalar(Position.NOWHERE, Kind.TEXT, text);
    }

    private static String text(SourceFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
