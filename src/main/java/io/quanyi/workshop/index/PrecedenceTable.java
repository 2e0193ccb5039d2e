package io.quanyi.workshop.index;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.ReasonCode.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of the kinds of grounds, the strongest first: it decides if several grounds apply. */
final class PrecedenceTable {

    /** A test of the combination holds that they are declared so. */
    private static final List<Kind> STRONGEST_FIRST = List.of(Kind.values());

    private PrecedenceTable() {}

    static String in(ReferenceTexts texts) {
        return texts.section("precedence")
                + texts.head("rank", "kind", "answer", "grounds")
                + STRONGEST_FIRST.stream().map(kind -> row(texts, kind)).collect(Collectors.joining())
                + Markdown.row(
                        String.valueOf(STRONGEST_FIRST.size() + 1),
                        texts.of("kind.nothing"),
                        texts.of("kind.nothing.answer"),
                        Markdown.code("not-in-plan"))
                + "\n" + texts.of("precedence.terms") + "\n";
    }

    private static String row(ReferenceTexts texts, Kind kind) {
        List<String> grounds = ReasonCode.builtIn().stream()
                .filter(ground -> ground.kind() == kind)
                .map(ReasonCode::code)
                .toList();
        return Markdown.row(
                String.valueOf(STRONGEST_FIRST.indexOf(kind) + 1),
                texts.of("kind." + kind),
                texts.of("kind." + kind + ".answer"),
                texts.codes(grounds));
    }
}
