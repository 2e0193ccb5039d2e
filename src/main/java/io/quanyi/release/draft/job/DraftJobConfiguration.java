package io.quanyi.release.draft.job;

import io.quanyi.release.draft.DraftService;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.release.job.JobLane;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.Publisher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that run jobs of drafts. */
@Configuration(proxyBeanMethods = false)
class DraftJobConfiguration {

    @Bean
    DraftJobs draftJobs(
            DraftService drafts,
            DraftTrials trials,
            LiveReleases releases,
            Publisher publisher,
            JobLane jobLane,
            Clock clock) {
        return new DraftJobs(drafts, trials, releases, publisher, jobLane, clock);
    }
}
