package io.quanyi.release.job;

import io.quanyi.work.WorkQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bean of the lane in which all jobs run. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    JobLane jobLane(WorkQueue publishingQueue) {
        return new JobLane(publishingQueue);
    }
}
