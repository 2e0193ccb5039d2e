package io.quanyi.release.draft.job;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.ProgressListener;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.release.publish.Publisher;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of the answers of a draft with those of its base, within the bounds of publications.
 *
 * @param before the release of the base
 * @param after the release that the draft would be
 * @param at the instant of examples, and of requests without one
 * @param requests the requests to decide by both; null for none
 */
record ImpactTrial(
        Publisher publisher,
        ProgrammeRelease before,
        ProgrammeRelease after,
        Instant at,
        @Nullable AskedRequests requests)
        implements JobWork {

    @Override
    public Compared run(Cancellation cancellation, ProgressListener progress) {
        PublicationImpact found = publisher.compare(before, after, at, requests, progress, cancellation);
        Map<Language, ImpactReport> reports = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            cancellation.check();
            reports.put(
                    language,
                    ImpactReportWriter.of(found.impact(), before, after, true, null, found.requests(), language));
        }
        return new Compared(reports);
    }
}
