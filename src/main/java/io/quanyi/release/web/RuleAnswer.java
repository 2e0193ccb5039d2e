package io.quanyi.release.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Reading;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule with the clauses and readings on which it rests. */
record RuleAnswer(
        ReleaseId release,
        String id,
        String title,
        List<CitedClause> clauses,
        List<CitedReading> readings,
        String file,
        int line,
        List<String> cases,
        TextLink text) {

    record CitedClause(
            String number,
            @Nullable String item,
            String quote,
            @JsonInclude(Include.NON_NULL) @Nullable String gloss) {

        static CitedClause of(Clause clause, Language language) {
            return new CitedClause(clause.number(), clause.item(), clause.quote(), clause.gloss(language));
        }
    }

    record CitedReading(String id, boolean firm, String message) {

        static CitedReading of(Reading reading, Language language) {
            return new CitedReading(reading.id(), reading.firm(), reading.text().in(language));
        }
    }

    record TextLink(String href, String type) {}

    static RuleAnswer of(
            ProgrammeRelease release, RuleInfo rule, List<TranslatedText> cases, TextLink text, Language language) {
        return new RuleAnswer(
                release.id(),
                rule.id(),
                rule.title().in(language),
                rule.clauses().stream()
                        .map(release.clauses()::clause)
                        .filter(Objects::nonNull)
                        .map(clause -> CitedClause.of(clause, language))
                        .toList(),
                rule.readings().stream()
                        .map(release.readings()::reading)
                        .filter(Objects::nonNull)
                        .map(reading -> CitedReading.of(reading, language))
                        .toList(),
                rule.position().file(),
                rule.position().line(),
                cases.stream().map(name -> name.in(language)).toList(),
                text);
    }
}
