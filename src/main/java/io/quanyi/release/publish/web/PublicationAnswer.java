package io.quanyi.release.publish.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.release.FileComparison.FileChange;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.release.answer.LedgerLine;
import io.quanyi.release.publish.PartKind;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.Publication.LaterRelease;
import io.quanyi.release.publish.Publication.Outcome;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.release.publish.Publication.SentPart;
import io.quanyi.text.DateTexts;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.web.description.ClosedLists;
import io.quanyi.wire.ProblemError;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The result of a publishing call or a dry run.
 *
 * @param unchanged whether a dry run would publish the content that is in force already
 * @param sent the parts of which files were sent, each compared with the release on which the new one builds
 * @param changedCases the cases of a policy that was published before which its newer catalogue or calendars answer
 *     differently; no faults, but part of the impact
 * @param laterReleases the releases that begin later and lack the change
 * @param further the other releases of the same call
 */
record PublicationAnswer(
        boolean published,
        boolean repeated,
        boolean unchanged,
        LedgerLine release,
        List<SentPartLine> sent,
        List<ReplacementLine> replaces,
        @Nullable CheckedCounts checked,
        List<DifferenceLine> changes,
        @Nullable ImpactReport impact,
        List<ProblemError> changedCases,
        List<LaterReleaseLine> laterReleases,
        List<PublicationAnswer> further) {

    /**
     * A release that begins later and lacks the change.
     *
     * @param from its first instant
     * @param choice the treatment of the release; null in a dry run that does not state one
     */
    record LaterReleaseLine(
            int release, OffsetDateTime from, @Nullable String choice, String message) {

        static LaterReleaseLine of(LaterRelease later, ZoneId zone, Language language) {
            LedgerEntry entry = later.entry();
            OffsetDateTime from = entry.from().atZone(zone).toOffsetDateTime();
            String choice = later.choice() == null ? null : later.choice().word();
            String message = Texts.of(
                    language,
                    "later-release." + (choice == null ? "undecided" : choice),
                    List.of(String.valueOf(entry.number()), new DateTexts(language).instant(from)));
            return new LaterReleaseLine(entry.number(), from, choice, message);
        }
    }

    /**
     * A part of which files were sent.
     *
     * @param identical whether all its files are those of the version with which they are compared
     * @param against that version; null if there was none
     */
    record SentPartLine(
            String part, boolean identical, @Nullable String against, List<SentFileLine> files) {

        static SentPartLine of(SentPart part) {
            return new SentPartLine(
                    part.kind().id(),
                    part.files().isIdentical(),
                    part.against().isEmpty() ? null : part.against(),
                    part.files().files().stream()
                            .map(file -> new SentFileLine(file.path(), EnumCode.of(file.change())))
                            .toList());
        }
    }

    /** A file of a part; its path is empty where the part is one file. */
    record SentFileLine(String path, String change) {}

    /** States the codes of these answers, for the description of the interface. */
    @Component
    static class Codes implements ClosedLists.Contributor {

        @Override
        public void addTo(ClosedLists lists) {
            lists.add(
                    SentPartLine.class,
                    "part",
                    Arrays.stream(PartKind.values()).map(PartKind::id).sorted().toList());
            lists.addCodes(SentFileLine.class, "change", FileChange.class);
            lists.addCodes(ImpactReport.RequestLine.class, "coverage", RequestImpact.Coverage.class);
        }
    }

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
                publication.isUnchanged(),
                LedgerLine.of(publication.entry(), language),
                publication.sent().stream().map(SentPartLine::of).toList(),
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
                ProblemError.all(publication.changedCases(), language),
                publication.later().stream()
                        .map(later -> LaterReleaseLine.of(later, zone, language))
                        .toList(),
                publication.further().stream()
                        .map(other -> of(other, zone, language))
                        .toList());
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
                        found.requests(),
                        language);
    }
}
