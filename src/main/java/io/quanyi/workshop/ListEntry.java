package io.quanyi.workshop;

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

/** Adds an entry to a list that a YAML file has at its top level, and leaves every line that is there as it is. */
final class ListEntry {

    private final SourceFile file;
    private final String member;
    private final String text;

    private ListEntry(SourceFile file, String member, String text) {
        this.file = file;
        this.member = member;
        this.text = text;
    }

    /**
     * The file with the entry behind the last one of the list.
     *
     * @param entry its lines as they would stand at the margin, from its hyphen on
     * @throws FaultsFound if there is no such list, or it is not written with its entries on lines of their own
     */
    static SourceFile added(SourceFile file, String member, String entry) {
        Faults faults = new Faults();
        String text = file.text(faults);
        faults.throwIfAny();
        return new ListEntry(file, member, Objects.requireNonNull(text, "no faults")).added(entry);
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
        refuseOtherwise(list, longer);
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

    /** How far in its hyphens stand; a list in brackets has none. */
    private int indent(Arr list, List<String> lines) {
        String line = lines.get(list.position().line() - 1);
        int indent = list.position().column() - 1;
        if (!line.startsWith("-", indent) || !line.substring(0, indent).isBlank()) {
            throw refused();
        }
        return indent;
    }

    /** Behind the last line of the list: what stands above the next member, blank or a comment, is that one's. */
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

    /** What could not be foreseen of the file's layout shows in what is read from it then. */
    private void refuseOtherwise(Arr before, SourceFile longer) {
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
