package io.quanyi.release.publish.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.release.answer.LedgerLine;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.PublicationImpact;
import io.quanyi.text.Language;
import io.quanyi.wire.ProblemError;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a publishing call or a dry run.
 *
 * @param changedCases the cases of a policy that was published before which its newer catalogue or calendars answer
 *     differently; no faults, but part of the impact
 */
record PublicationAnswer(
        boolean published,
        boolean repeated,
        LedgerLine release,
        List<ReplacementLine> replaces,
        @Nullable CheckedCounts checked,
        List<DifferenceLine> changes,
        @Nullable ImpactReport impact,
        List<ProblemError> changedCases) {

    record CheckedCounts(
            int rules,
            int cases,
            int questions,
            @JsonInclude(Include.NON_NULL) @Nullable List<ProblemError> notCompared) {

        static CheckedCounts of(Publication.Checked checked, Language language) {
            List<ProblemError> notCompared = checked.notCompared().stream()
                    .map(fault -> ProblemError.of(fault, language))
                    .toList();
            return new CheckedCounts(
                    checked.rules(), checked.cases(), checked.questions(), notCompared.isEmpty() ? null : notCompared);
        }
    }

    static PublicationAnswer of(Publication publication, ZoneId zone, Language language) {
        Publication.Checked checked = publication.checked();
        return new PublicationAnswer(
                publication.outcome() != Outcome.TRIED,
                publication.outcome() == Outcome.REPEATED,
                LedgerLine.of(publication.entry(), language),
                publication.replaces().stream()
                        .map(replaced -> ReplacementLine.of(
                                replaced,
                                zone,
                                publication.entry().publishedAt().toInstant()))
                        .toList(),
                checked == null ? null : CheckedCounts.of(checked, language),
                publication.changes().stream()
                        .map(difference -> DifferenceLine.of(difference, language))
                        .toList(),
                impact(publication, language),
                ProblemError.all(publication.changedCases(), language));
    }

    private static @Nullable ImpactReport impact(Publication publication, Language language) {
        PublicationImpact found = publication.impact();
        return found == null
                ? null
                : ImpactReportWriter.of(
                        found.impact(),
                        found.before(),
                        found.after(),
                        publication.outcome() == Outcome.TRIED,
                        null,
                        language);
    }
}
