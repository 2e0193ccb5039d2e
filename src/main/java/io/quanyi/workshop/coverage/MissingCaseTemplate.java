package io.quanyi.workshop.coverage;

import io.quanyi.checks.RequestSummary;
import io.quanyi.coverage.MutationResult;
import io.quanyi.coverage.missing.MissingCase;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.scaffold.CaseEntry;
import io.quanyi.workshop.scaffold.CaseEntry.RuleLists;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a case that is missing: its request, and {@code TODO} for each member of the answer that its author works out.
 *
 * @param missing the case
 * @param language the language of the document
 * @param mutation the words for a mutation, in the language of the author
 */
record MissingCaseTemplate(MissingCase missing, Language language, Function<MutationResult, String> mutation) {

    /** The texts that need no quotation marks in YAML. */
    private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9.+-]*(?::[A-Za-z0-9.+-]+)*";

    /** The name: the rules whose mutations it detects, and its question. */
    String name() {
        String rules = Punctuation.of(language)
                .list(missing.mutations().stream()
                        .map(one -> one.rule().id())
                        .distinct()
                        .toList());
        return draft("notices", rules, RequestSummary.of(missing.request()).in(language))
                .replace("\"", "'");
    }

    /** The entry in a file of cases. */
    String text(Output output) {
        Map<String, Object> request = output.members(missing.request());
        return missing.mutations().stream()
                        .map(one -> "# " + mutation.apply(one).replaceAll("\\s+", " ") + "\n")
                        .collect(Collectors.joining())
                + new CaseEntry(
                                Map.of(language, name()),
                                draft("note"),
                                yaml(request.get("subscription")),
                                yaml(request.get("question")),
                                missing.members().stream()
                                        .map(member -> member + ": \"" + draft("member") + "\"")
                                        .collect(Collectors.joining(", ", "{ ", " }")),
                                new RuleLists(missing.fires(), missing.silent()))
                        .text();
    }

    private String draft(String what, String... arguments) {
        return Texts.of(language, "workshop.draft." + what, List.of(arguments));
    }

    private static String yaml(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.isEmpty()
                    ? "{}"
                    : members.entrySet().stream()
                            .map(member -> member.getKey() + ": " + yaml(member.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(MissingCaseTemplate::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
        String text = String.valueOf(value);
        return text.matches(PLAIN) ? text : "'" + text.replace("'", "''") + "'";
    }
}
