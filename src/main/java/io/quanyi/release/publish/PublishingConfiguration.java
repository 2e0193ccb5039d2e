package io.quanyi.release.publish;

import io.quanyi.release.live.LiveReleases;
import io.quanyi.store.Store;
import io.quanyi.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that publish releases, and the queue on which they check them. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    WorkQueue publishingQueue(PublishingProperties properties) {
        return properties.queue();
    }

    @Bean
    PublishingLifecycle publishingLifecycle(WorkQueue publishingQueue) {
        return new PublishingLifecycle(publishingQueue);
    }

    @Bean
    Publisher publisher(
            Store store,
            LiveReleases releases,
            Clock clock,
            WorkQueue publishingQueue,
            PublishingProperties properties) {
        return new Publisher(store, releases, clock, publishingQueue, properties::budget, properties.approvals());
    }

    @Bean
    CalendarPublisher calendarPublisher(Publisher publisher, LiveReleases releases) {
        return new CalendarPublisher(publisher, releases);
    }
}
