package io.quanyi.release.impact;

import io.quanyi.release.job.JobLane;
import io.quanyi.release.publish.Publisher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bean that runs jobs about published releases. */
@Configuration(proxyBeanMethods = false)
class ReleaseImpactConfiguration {

    @Bean
    ReleaseImpactJobs releaseImpactJobs(Publisher publisher, JobLane jobLane, Clock clock) {
        return new ReleaseImpactJobs(publisher, jobLane, clock);
    }
}
