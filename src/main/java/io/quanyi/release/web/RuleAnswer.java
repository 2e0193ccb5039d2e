package io.quanyi.release.web;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Reading;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleInfo;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule, with the words of the document that it rests on. */
record RuleAnswer(
        ServedRelease release,
        String id,
        String title,
        List<CitedClause> clauses,
        List<CitedReading> readings,
        String file,
        int line,
        List<String> cases,
        TextLink text) {

    record CitedClause(String number, @Nullable String item, String quote, String gloss) {

        static CitedClause of(Clause clause) {
            return new CitedClause(clause.number(), clause.item(), clause.quote(), clause.gloss());
        }
    }

    record CitedReading(String id, boolean firm, String message) {

        static CitedReading of(Reading reading, Language language) {
            return new CitedReading(reading.id(), reading.firm(), reading.text().in(language));
        }
    }

    record TextLink(String href, String type) {}

    static RuleAnswer of(
            ProgrammeRelease release, RuleInfo rule, List<String> cases, TextLink text, Language language) {
        return new RuleAnswer(
                ServedRelease.of(release.id()),
                rule.id(),
                rule.title(),
                rule.clauses().stream()
                        .map(release.clauses()::clause)
                        .filter(Objects::nonNull)
                        .map(CitedClause::of)
                        .toList(),
                rule.readings().stream()
                        .map(release.readings()::reading)
                        .filter(Objects::nonNull)
                        .map(reading -> CitedReading.of(reading, language))
                        .toList(),
                rule.position().file(),
                rule.position().line(),
                cases,
                text);
    }
}
