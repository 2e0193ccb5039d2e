package io.quanyi.release.impact;

import io.quanyi.decision.request.Subscription;
import io.quanyi.impact.Impact;
import io.quanyi.impact.ImpactListener;
import io.quanyi.impact.ProgressListener;
import io.quanyi.impact.budget.ComparisonTimeout;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.release.job.JobWork;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.release.publish.Publisher;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.work.Cancellation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison of the answers of two releases, within the bounds of publications; one of them may be a draft. */
public final class ImpactTrial implements JobWork<ImpactReports> {

    private final Publisher publisher;
    private final ComparedReleases releases;
    private final @Nullable AskedRequests asked;
    private final @Nullable List<Subscription> customers;

    private volatile @Nullable Impact found;

    /**
     * A comparison that has not begun.
     *
     * @param asked the requests to decide by both releases; null for none
     * @param customers the customers to count beside each sentence; null for no census
     */
    public ImpactTrial(
            Publisher publisher,
            ComparedReleases releases,
            @Nullable AskedRequests asked,
            @Nullable List<Subscription> customers) {
        this.publisher = publisher;
        this.releases = releases;
        this.asked = asked;
        this.customers = customers == null ? null : List.copyOf(customers);
    }

    @Override
    public ImpactReports run(Cancellation cancellation, ProgressListener progress) {
        CensusProgress steps = new CensusProgress(progress, customers);
        ImpactListener listener = new ImpactListener() {

            @Override
            public void done(int done, int of) {
                steps.compared(done, of);
            }

            @Override
            public void found(Impact soFar) {
                found = soFar;
            }
        };
        PublicationImpact all =
                publisher.compare(releases.before(), releases.after(), releases.at(), asked, listener, cancellation);
        CustomerCensus census = customers == null ? null : counted(all.impact(), customers, steps, cancellation);
        return reports(all.impact(), census, all.requests(), cancellation);
    }

    /** Counts the customers, within the time of a comparison: one whose contract has own terms may need thousands of decisions. */
    private CustomerCensus counted(
            Impact impact, List<Subscription> all, CensusProgress steps, Cancellation cancellation) {
        WorkBudget budget = publisher.budget(cancellation);
        CustomerCensus census = new CustomerCensus(impact);
        try {
            all.forEach(customer -> {
                budget.check();
                census.add(customer);
                steps.counted(census.all());
            });
        } catch (ComparisonTimeout e) {
            throw new FaultsFound(List.of(Fault.at("/census", "census-too-long", census.all(), all.size())));
        }
        return census;
    }

    /** The sentences about the services that are compared so far. */
    @Override
    public @Nullable ImpactReports soFar() {
        Impact sure = found;
        return sure == null ? null : reports(sure, null, null, Cancellation.never());
    }

    private ImpactReports reports(
            Impact impact,
            @Nullable CustomerCensus census,
            @Nullable List<RequestImpact> requests,
            Cancellation cancellation) {
        return ImpactReports.of(impact, releases.before(), releases.after(), census, requests, cancellation);
    }
}
