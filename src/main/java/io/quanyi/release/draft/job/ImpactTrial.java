package io.quanyi.release.draft.job;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.CustomerCensus;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactListener;
import io.quanyi.impact.ProgressListener;
import io.quanyi.impact.budget.ComparisonTimeout;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.release.draft.job.JobResult.Compared;
import io.quanyi.release.job.JobWork;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.release.publish.Publisher;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison of the answers of a draft with those of its base, within the bounds of publications. */
final class ImpactTrial implements JobWork<Compared> {

    private final Publisher publisher;
    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final Instant at;
    private final JobTask task;

    private volatile @Nullable Impact found;

    /**
     * A comparison that has not begun.
     *
     * @param before the release of the base
     * @param after the release that the draft would be
     * @param at the instant of examples, and of requests without one
     * @param task the further work: requests to decide by both releases, and customers to count
     */
    ImpactTrial(Publisher publisher, ProgrammeRelease before, ProgrammeRelease after, Instant at, JobTask task) {
        this.publisher = publisher;
        this.before = before;
        this.after = after;
        this.at = at;
        this.task = task;
    }

    @Override
    public Compared run(Cancellation cancellation, ProgressListener progress) {
        ImpactListener listener = new ImpactListener() {

            @Override
            public void done(int done, int of) {
                progress.done(done, of);
            }

            @Override
            public void found(Impact soFar) {
                found = soFar;
            }
        };
        PublicationImpact all = publisher.compare(before, after, at, task.requests(), listener, cancellation);
        CustomerCensus census = task.census() == null ? null : counted(all.impact(), task.census(), cancellation);
        return compared(all.impact(), census, all.requests(), cancellation);
    }

    /** Counts the customers, within the time of a comparison: one whose contract has own terms may need thousands of decisions. */
    private CustomerCensus counted(Impact impact, List<Subscription> customers, Cancellation cancellation) {
        WorkBudget budget = publisher.budget(cancellation);
        CustomerCensus census = new CustomerCensus(impact);
        try {
            customers.forEach(customer -> {
                budget.check();
                census.add(customer);
            });
        } catch (ComparisonTimeout e) {
            throw new FaultsFound(List.of(Fault.at("/census", "census-too-long", census.all(), customers.size())));
        }
        return census;
    }

    /** The sentences about the services that are compared so far. */
    @Override
    public @Nullable Compared soFar() {
        Impact sure = found;
        return sure == null ? null : compared(sure, null, null, Cancellation.never());
    }

    private Compared compared(
            Impact impact,
            @Nullable CustomerCensus census,
            @Nullable List<RequestImpact> asked,
            Cancellation cancellation) {
        Map<Language, ImpactReport> reports = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            cancellation.check();
            reports.put(language, ImpactReportWriter.of(impact, before, after, true, census, asked, language));
        }
        return new Compared(reports);
    }
}
