package io.quanyi.console.document;

import io.quanyi.catalogue.Clause;
import io.quanyi.checks.ReleaseComparison;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.checks.ReleaseDifference.Part;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.OtherReleases.Other;
import io.quanyi.console.PageAnchors;
import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.console.history.DifferenceWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the clauses that another release or a draft states or applies otherwise: their words, and the rules that rest on them, before and after. */
final class ComparedDocument {

    private final Shown shown;
    private final Other other;
    private final Language language;
    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final List<ReleaseDifference> differences;

    ComparedDocument(Shown shown, Other other, Language language) {
        this.shown = shown;
        this.other = other;
        this.language = language;
        this.differences = ReleaseComparison.between(shown.release(), other.release()).stream()
                .filter(difference -> difference.part() == Part.POLICY)
                .toList();
        releases()
                .flatMap(release -> release.clauses().all().stream())
                .forEach(clause -> clauses.putIfAbsent(clause.reference(), clause));
    }

    private Stream<ProgrammeRelease> releases() {
        return Stream.of(shown.release(), other.release());
    }

    /** The clauses with a difference, in the order of the document, and a sentence that counts them. */
    Map<String, Object> content() {
        List<Map<String, Object>> different = clauses.values().stream()
                .filter(clause -> !of(clause).isEmpty())
                .map(this::clause)
                .toList();
        String counted = new ConsoleTexts(language)
                .of(
                        "document-compared",
                        different.size(),
                        clauses.size(),
                        Other.of(shown.release(), language).name(),
                        other.name());
        return Map.of("compared", counted, "different", different, "clauses", List.of());
    }

    /** The differences of a clause and of the rules that rest on it in either release. */
    private List<ReleaseDifference> of(Clause clause) {
        return differences.stream()
                .filter(difference -> difference.kind().equals("clause")
                        ? difference.id().equals(clause.reference())
                        : restsOn(difference.id(), clause))
                .toList();
    }

    private boolean restsOn(String rule, Clause clause) {
        return releases()
                .flatMap(release -> release.policy().rules().stream())
                .anyMatch(one -> one.id().equals(rule) && one.clauses().contains(clause.reference()));
    }

    private Map<String, Object> clause(Clause clause) {
        return Map.of(
                "anchor",
                PageAnchors.clause(clause.reference()),
                "reference",
                clause.reference(),
                "quote",
                clause.quote(),
                "quoteLanguage",
                shown.programme().source().documentLanguage().tag(),
                "gloss",
                Objects.requireNonNullElse(clause.gloss(language), ""),
                "words",
                DifferenceWords.of(
                        of(clause), releases().map(ProgrammeRelease::catalogue).toList(), language));
    }
}
