package io.quanyi.console.draft.cases;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.TextAddress;
import io.quanyi.source.Fault;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of the template {@code failing.html} for a case that fails. */
public final class FailedCase {

    private static final String NAMES = "console.case-member-";

    private static final Pattern OBJECT = Pattern.compile("\\{([^{}\\[\\]]+)}");

    /** A list of objects whose members are plain values, such as readings and counted spans. */
    private static final Pattern OBJECTS = Pattern.compile("\\[" + OBJECT + "(, " + OBJECT + ")*]");

    private FailedCase() {}

    /**
     * A case with its differences: those of values beside each other, others in words.
     *
     * @param differences the differences, by the names of the draft's files; at least one
     */
    public static Map<String, Object> of(DraftScreen screen, List<Fault> differences) {
        Fault first = differences.get(0);
        boolean own = screen.view().content().file(first.position().file()).isPresent();
        return Map.of(
                "name", first.words(screen.language()).get(0),
                "place", first.position().toString(),
                "own", own ? first.position().file() + ":" + first.position().line() : "",
                "links",
                        Stream.of(first.position())
                                .filter(place -> own)
                                .map(place -> TextAddress.of(screen, place.file(), place.line()))
                                .toList(),
                "values",
                        differences.stream()
                                .filter(FailedCase::isOfValues)
                                .map(fault -> fault.words(screen.language()))
                                .map(words -> Map.of(
                                        "member", member(words.get(1), screen.language()),
                                        "expected", value(words.get(2), screen.language()),
                                        "came", value(words.get(3), screen.language())))
                                .toList(),
                "others",
                        differences.stream()
                                .filter(fault -> !isOfValues(fault))
                                .map(fault -> fault.message(screen.language()))
                                .toList());
    }

    /** The place of a value in an answer, such as {@code /response/dueAt}, in words; a part that has no name stands as it is. */
    private static String member(String pointer, Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        return Stream.of(pointer.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.matches("\\d{1,4}")
                        ? texts.of("cases-item", Integer.parseInt(part) + 1)
                        : Texts.has(language, NAMES + part) ? Texts.of(language, NAMES + part) : part)
                .collect(Collectors.joining(" · "));
    }

    /** A value in words: an instant, an outcome, a unit of time, a list, or that there is none; any other as it is. */
    private static String value(String value, Language language) {
        if (value.equals("null") || value.equals("[]")) {
            return "—";
        }
        if (OBJECTS.matcher(value).matches()) {
            return Punctuation.of(language)
                    .sequence(OBJECT.matcher(value)
                            .results()
                            .map(found -> members(found.group(1), language))
                            .toList());
        }
        for (String names : List.of("outcome.", "code.target-unit.")) {
            if (Texts.has(language, names + value)) {
                return Texts.of(language, names + value);
            }
        }
        try {
            return new DateTexts(language).instant(OffsetDateTime.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    /** The values of members, such as {@code from=…, to=…}, in words. */
    private static String members(String members, Language language) {
        return Stream.of(members.split(", ", -1))
                .map(member -> value(member.substring(member.indexOf('=') + 1), language))
                .collect(Collectors.joining(" – "));
    }

    private static boolean isOfValues(Fault fault) {
        return fault.code().equals("case-failed");
    }
}
