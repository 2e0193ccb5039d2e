package io.quanyi.release.publish;

import io.quanyi.release.live.LiveReleases;
import io.quanyi.store.Store;
import io.quanyi.work.WorkQueue;
import java.time.Clock;
import org.springframework.context.SmartLifecycle;
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
    SmartLifecycle publishingLifecycle(WorkQueue publishingQueue) {
        return new QueueLifecycle(publishingQueue);
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

    /** Ends checks and comparisons of publications when the service stops, before it waits for open requests. */
    private record QueueLifecycle(WorkQueue queue) implements SmartLifecycle {

        @Override
        public void start() {
            queue.start();
        }

        @Override
        public void stop() {
            queue.stop();
        }

        @Override
        public boolean isRunning() {
            return !queue.isStopped();
        }
    }
}
