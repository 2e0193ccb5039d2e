package io.quanyi.console.rule;

import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.draft.DraftScreens;
import io.quanyi.facts.Domain;
import io.quanyi.policy.edit.RuleChoices;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Lists the words that the text editor of a draft offers for completion: those of the language of rules, and the ids of the catalogue of
 * the draft.
 */
@ConsoleScreen
class RuleWordsController {

    /** Domains whose ids are those of a standard, too many to offer. */
    private static final List<Domain> STANDARD = List.of(Domain.REGION, Domain.CURRENCY);

    private final DraftScreens screens;

    RuleWordsController(DraftScreens screens) {
        this.screens = screens;
    }

    /**
     * A word that may stand in a rule.
     *
     * @param word the word as it is written
     * @param name its name in the language of the reader
     * @param quoted whether it stands in quotes
     */
    record RuleWord(String word, String name, boolean quoted) {}

    /** The words, for a script; the first meaning of a word names it. */
    @GetMapping(path = "/console/{programme}/drafts/{draft}/words", produces = MediaType.APPLICATION_JSON_VALUE)
    Collection<RuleWord> words(@PathVariable String programme, @PathVariable String draft, HttpServletRequest request) {
        DraftRules rules = new DraftRules(screens.of(request, programme, draft));
        RuleNames names = new RuleNames(rules.catalogue(), rules.screen().language());
        Map<List<Object>, RuleWord> words = new LinkedHashMap<>();
        Stream.concat(language(names), ids(names))
                .forEach(word -> words.putIfAbsent(List.of(word.word(), word.quoted()), word));
        return words.values();
    }

    private static Stream<RuleWord> language(RuleNames names) {
        Stream<RuleWord> facts = RuleChoices.facts().stream().map(fact -> new RuleWord(fact, names.fact(fact), false));
        Stream<RuleWord> fields = RuleChoices.facts().stream()
                .flatMap(fact -> RuleChoices.fields(fact).stream()
                        .map(field -> new RuleWord(field.name(), names.field(fact, field.name()), false)));
        Stream<RuleWord> outcomes =
                RuleChoices.outcomes().stream().map(outcome -> new RuleWord(outcome, names.outcome(outcome), false));
        Stream<RuleWord> times = RuleChoices.times().stream().map(time -> new RuleWord(time, names.time(time), false));
        return Stream.of(facts, fields, outcomes, times).flatMap(words -> words);
    }

    private static Stream<RuleWord> ids(RuleNames names) {
        return Stream.of(Domain.values())
                .filter(domain -> !STANDARD.contains(domain))
                .flatMap(domain -> Objects.requireNonNullElse(names.catalogue().ids(domain), List.<String>of()).stream()
                        .map(id -> new RuleWord(id, names.value(domain, id), true)));
    }
}
