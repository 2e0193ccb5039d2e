package io.quanyi.console.draft.text;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.source.Fault;
import io.quanyi.text.ClosestWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The faults of one file beside its lines, each with the word that may have been meant; and how many the other files have. */
final class FileFaults {

    /** The most faults that are listed: enough to mend at a time. */
    private static final int MAX_FAULTS = 50;

    private final DraftScreen screen;
    private final String file;
    private final List<String> lines;

    /** @param text the text of the file that was checked */
    FileFaults(DraftScreen screen, String file, String text) {
        this.screen = screen;
        this.file = file;
        this.lines = List.of(text.split("\n", -1));
    }

    /** The values of the template {@code faults.html}. */
    Map<String, Object> content(List<Fault> faults) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        List<Fault> own = faults.stream().filter(this::isOwn).toList();
        int others = faults.size() - own.size();
        List<Map<String, Object>> items = new ArrayList<>();
        Set<Integer> anchors = new HashSet<>();
        own.stream()
                .limit(MAX_FAULTS)
                .forEach(fault ->
                        items.add(item(fault, anchors.add(fault.position().line()))));
        return Map.of(
                "sound",
                faults.isEmpty(),
                "items",
                items,
                "more",
                own.size() > MAX_FAULTS ? texts.of("draft-more-faults", own.size() - MAX_FAULTS) : "",
                "others",
                others == 0 ? "" : texts.of("text-other-faults", others),
                "overview",
                screen.address(""));
    }

    private boolean isOwn(Fault fault) {
        return fault.position().file().equals(file);
    }

    /** @param first whether it is the first one of its line, to which addresses lead */
    private Map<String, Object> item(Fault fault, boolean first) {
        int line = fault.position().line();
        return Map.of(
                "line",
                line,
                "anchor",
                first && line > 0,
                "label",
                line == 0 ? "" : new ConsoleTexts(screen.language()).of("text-line", line),
                "source",
                line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "",
                "text",
                fault.message(screen.language()),
                "suggestions",
                suggestions(fault));
    }

    private static List<Map<String, Object>> suggestions(Fault fault) {
        return Stream.of(fault)
                .filter(any -> !any.arguments().isEmpty() && any.position().line() > 0)
                .flatMap(any -> ClosestWord.near(any.arguments().get(0), any.known()).stream())
                .map(meant -> Map.<String, Object>of(
                        "meant",
                        meant,
                        "edit",
                        new TextEdit(
                                        fault.position().line(),
                                        fault.position().column(),
                                        fault.arguments().get(0),
                                        meant)
                                .toString()))
                .toList();
    }
}
