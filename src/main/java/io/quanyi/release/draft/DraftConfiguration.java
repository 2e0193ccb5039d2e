package io.quanyi.release.draft;

import io.quanyi.release.live.DraftProperties;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.publish.Publisher;
import io.quanyi.store.Store;
import io.quanyi.work.WorkQueue;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that keep drafts. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

    @Bean
    DraftService draftService(Store store, LiveReleases releases, DraftProperties properties, Clock clock) {
        Drafts drafts = new Drafts(store.drafts(), properties);
        return new DraftService(drafts, releases, clock, new SecureRandom());
    }

    @Bean
    DraftEditor draftEditor(DraftService drafts) {
        return new DraftEditor(drafts);
    }

    @Bean
    DraftUpdate draftUpdate(DraftService drafts, LiveReleases releases, Clock clock) {
        return new DraftUpdate(drafts, releases, clock);
    }

    @Bean
    DraftReview draftReview(DraftService drafts) {
        return new DraftReview(drafts);
    }

    @Bean
    DraftPublisher draftPublisher(DraftService drafts, Publisher publisher, LiveReleases releases, Clock clock) {
        return new DraftPublisher(drafts, publisher, releases, clock);
    }

    @Bean
    DraftTrials draftTrials(DraftService drafts, WorkQueue publishingQueue) {
        return new DraftTrials(drafts, publishingQueue);
    }
}
