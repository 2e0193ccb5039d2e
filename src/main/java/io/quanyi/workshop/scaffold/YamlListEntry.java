package io.quanyi.workshop.scaffold;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds an entry to a top-level list of a YAML file without changing any other line, so that comments and layout stay. */
final class YamlListEntry {

    private final SourceFile file;
    private final String member;
    private final String text;

    private YamlListEntry(SourceFile file, String member, String text) {
        this.file = file;
        this.member = member;
        this.text = text;
    }

    /**
     * The file with an entry added at the end of the list.
     *
     * @param entry the lines of the entry without indentation, from its hyphen on
     * @throws FaultsFound if there is no such list, or its entries are not on lines of their own
     */
    static SourceFile added(SourceFile file, String member, String entry) {
        Faults faults = new Faults();
        String text = file.text(faults);
        faults.throwIfAny();
        return new YamlListEntry(file, member, Objects.requireNonNull(text, "no faults")).added(entry);
    }

    private SourceFile added(String entry) {
        Obj document = document(file);
        Arr list = list(document);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int indent = indent(list, lines);
        int end = end(document, lines, indent);
        lines.addAll(end, indented(entry, indent));
        if (!lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
        SourceFile longer = new SourceFile(file.path(), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        verify(list, longer);
        return longer;
    }

    private static Obj document(SourceFile source) {
        Faults faults = new Faults();
        Tree tree = YamlReader.read(source, faults);
        faults.throwIfAny();
        return tree instanceof Obj object ? object : new Obj(Position.NOWHERE, Map.of(), Map.of());
    }

    private Arr list(Obj document) {
        if (document.members().get(member) instanceof Arr list && !list.items().isEmpty()) {
            return list;
        }
        throw refused();
    }

    /** The column of the hyphens, from 0; a list in brackets is refused, because it has none. */
    private int indent(Arr list, List<String> lines) {
        String line = lines.get(list.position().line() - 1);
        int indent = list.position().column() - 1;
        if (!line.startsWith("-", indent) || !line.substring(0, indent).isBlank()) {
            throw refused();
        }
        return indent;
    }

    /** The index of the line after the list. Blank lines and comments above the next member belong to that member. */
    private int end(Obj document, List<String> lines, int indent) {
        int start = Objects.requireNonNull(document.keys().get(member)).line();
        int end = document.keys().values().stream()
                .mapToInt(key -> key.line() - 1)
                .filter(line -> line >= start)
                .min()
                .orElse(lines.size());
        while (isLoose(lines.get(end - 1), indent)) {
            end--;
        }
        return end;
    }

    private static boolean isLoose(String line, int indent) {
        return line.isBlank() || (line.strip().startsWith("#") && line.indexOf('#') <= indent);
    }

    private List<String> indented(String entry, int indent) {
        String ending = text.contains("\r\n") ? "\r" : "";
        return entry.lines()
                .map(line -> (line.isEmpty() ? "" : " ".repeat(indent) + line) + ending)
                .toList();
    }

    /** Reads the new file, and refuses it unless the list has exactly the new entry more: layouts are too many to foresee. */
    private void verify(Arr before, SourceFile longer) {
        Tree after = reread(longer);
        int size = before.items().size();
        if (!(after instanceof Arr list)
                || list.items().size() != size + 1
                || !list.items().subList(0, size).equals(before.items())) {
            throw refused();
        }
    }

    private @Nullable Tree reread(SourceFile longer) {
        Tree tree = YamlReader.read(longer, new Faults());
        return tree instanceof Obj document ? document.members().get(member) : null;
    }

    private FaultsFound refused() {
        return new FaultsFound(List.of(Fault.at(Position.of(file.path()), "list-not-extendable", member)));
    }
}
