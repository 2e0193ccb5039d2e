package io.quanyi.workshop.index;

import io.quanyi.facts.Domain;
import io.quanyi.text.Texts;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the tables of values that the language fixes, each with its name in answers. Other values are listed in catalogues. */
final class ValueTables {

    private ValueTables() {}

    static String in(ReferenceTexts texts) {
        return texts.section("values")
                + Arrays.stream(Domain.values())
                        .filter(ComponentValues::isListed)
                        .map(domain -> table(texts, domain))
                        .collect(Collectors.joining());
    }

    private static String table(ReferenceTexts texts, Domain domain) {
        return "\n### <a id=\"" + ComponentValues.anchor(domain) + "\"></a>" + texts.shared(domain.textCode()) + "\n"
                + texts.head("value", "meaning")
                + Objects.requireNonNull(domain.fixed()).stream()
                        .map(value -> Markdown.row(Markdown.code(value), meaning(texts, domain, value)))
                        .collect(Collectors.joining());
    }

    /** The code of the name of a value: grounds and conditions have codes of their own, others are named after their set. */
    private static String meaning(ReferenceTexts texts, Domain domain, String value) {
        String id = domain.textCode().replace("domain.", "id.") + "." + value;
        return Stream.of(id, "ground." + value, "condition." + value)
                .filter(code -> Texts.has(texts.language(), code))
                .findFirst()
                .map(texts::shared)
                .orElseThrow(() -> new IllegalStateException("no text for " + id));
    }
}
