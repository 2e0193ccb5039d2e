package io.quanyi.release.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.Impact;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The report of an impact in each language. It is kept in place of the impact, which holds the compared releases.
 *
 * @param byLanguage the report in each language
 */
public record ImpactReports(Map<Language, ImpactReport> byLanguage) {

    /** Keeps a copy. */
    public ImpactReports {
        byLanguage = Map.copyOf(byLanguage);
    }

    /**
     * Writes the reports.
     *
     * @param census the counted customers; null for none
     * @param requests the impact on requests that were asked about; null for none
     * @throws io.quanyi.work.WorkCancelled if it was ended
     */
    public static ImpactReports of(
            Impact impact,
            ProgrammeRelease before,
            ProgrammeRelease after,
            @Nullable CustomerCensus census,
            @Nullable List<RequestImpact> requests,
            Cancellation cancellation) {
        Map<Language, ImpactReport> reports = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            cancellation.check();
            reports.put(language, ImpactReportWriter.of(impact, before, after, true, census, requests, language));
        }
        return new ImpactReports(reports);
    }

    /** The report in a language. */
    public ImpactReport in(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }
}
