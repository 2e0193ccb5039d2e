package io.quanyi.console.ask;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.ask.NamedEntries.Candidate;
import io.quanyi.console.ask.NamedEntries.UnclearWord;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words that are not clear, as the page shows them: each with the entries that it may name, which lead on with everything that is understood.
 *
 * @param known the question with what was understood
 * @param words the words that are not clear
 * @param address the address of the screen
 */
record UnclearWords(AskParameters known, List<UnclearWord> words, String address) {

    /** The most candidates that are shown; a longer list is no choice. */
    private static final int MAX_CANDIDATES = 24;

    /** The sentence about each word, with its candidates. */
    List<Map<String, Object>> sections(Language language) {
        ConsoleTexts texts = new ConsoleTexts(language);
        return words.stream()
                .map(word -> Map.of(
                        "text",
                        texts.of(word.candidates().isEmpty() ? "ask-unknown-name" : "ask-several-names", word.word()),
                        "candidates",
                        word.candidates().stream()
                                .limit(MAX_CANDIDATES)
                                .map(candidate -> Map.of("name", candidate.name(), "href", href(word, candidate)))
                                .toList(),
                        "more",
                        word.candidates().size() > MAX_CANDIDATES))
                .toList();
    }

    /** The question with a candidate; the other words are read again. */
    private String href(UnclearWord word, Candidate candidate) {
        String others = words.stream()
                .filter(other -> !other.equals(word))
                .map(UnclearWord::word)
                .collect(Collectors.joining(" "));
        AskParameters chosen = known.with(Map.of(candidate.parameter(), candidate.id()));
        return address + (others.isEmpty() ? chosen : chosen.finding(others)).query();
    }
}
