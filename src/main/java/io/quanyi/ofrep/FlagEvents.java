package io.quanyi.ofrep;

import io.quanyi.log.FailureText;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.ServedReleases;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.source.NothingAtPath;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of events, by which clients learn that answers about a programme may have changed: after a publication, and when a
 * release comes into force. Clients then evaluate their flags anew. It owns a thread, which looks for changes every second.
 */
@Component
class FlagEvents implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FlagEvents.class);

    private static final long LOOK_MILLIS = 1000;

    private static final int SHOWN_DIGITS = 12;

    /** A stream with the version of the answers that its reader was last told. */
    private static final class Stream {

        private final SseEmitter emitter;
        private final String programme;
        private String told;

        Stream(SseEmitter emitter, String programme, String told) {
            this.emitter = emitter;
            this.programme = programme;
            this.told = told;
        }
    }

    private final LiveReleases releases;
    private final Clock clock;
    private final OfrepProperties properties;
    private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private volatile @Nullable CountDownLatch end;

    FlagEvents(LiveReleases releases, Clock clock, OfrepProperties properties) {
        this.releases = releases;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Opens a stream.
     *
     * @param known the version that the reader knows from a stream before; null if there was none
     * @param caller the address of the reader
     * @return the stream; empty if there are too many, or the service stops
     * @throws NothingAtPath if there is no such programme
     */
    Optional<SseEmitter> open(String programme, @Nullable String known, String caller) {
        String version = version(releases.current().releases().timelineAtPath(programme));
        if (!isRunning() || !enter(caller)) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(properties.streamTime().toMillis());
        Stream stream = new Stream(emitter, programme, known == null ? version : known);
        emitter.onCompletion(() -> {
            streams.remove(stream);
            leave(caller);
        });
        emitter.onTimeout(emitter::complete);
        send(stream, SseEmitter.event().comment("open"));
        tell(stream, version);
        streams.add(stream);
        return Optional.of(emitter);
    }

    private boolean enter(String caller) {
        boolean free = streams.size() < properties.streams()
                && byCaller.merge(caller, 1, Integer::sum) <= properties.streamsPerCaller();
        if (!free) {
            leave(caller);
        }
        return free;
    }

    private void leave(String caller) {
        byCaller.computeIfPresent(caller, (any, open) -> open > 1 ? open - 1 : null);
    }

    /** The version of the answers about a programme: it differs after each publication, and when a release comes into force. */
    private String version(Timeline timeline) {
        String digest =
                timeline.entryInForce(clock.instant()).map(LedgerEntry::digest).orElse("none");
        String hex = digest.substring(digest.indexOf(':') + 1);
        return timeline.entries().size() + "-" + hex.substring(0, Math.min(SHOWN_DIGITS, hex.length()));
    }

    private void tell(Stream stream, String version) {
        if (!stream.told.equals(version)) {
            stream.told = version;
            send(
                    stream,
                    SseEmitter.event()
                            .id(version)
                            .name("message")
                            .data(Map.of("type", "refetchEvaluation", "etag", version), MediaType.APPLICATION_JSON));
        }
    }

    /** A reader that is gone is found when something is sent. */
    private static void send(Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            stream.emitter.completeWithError(e);
        }
    }

    @Override
    public synchronized void start() {
        CountDownLatch stop = new CountDownLatch(1);
        Thread looking = new Thread(() -> look(stop), "flag-events");
        looking.setDaemon(true);
        looking.start();
        end = stop;
    }

    private void look(CountDownLatch stop) {
        try {
            long looksPerComment = properties.keepAlive().toMillis() / LOOK_MILLIS;
            for (long looks = 1; !stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
                tellAll(looks % looksPerComment == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends every reader the events that it has not received yet. A failure ends one look, and not the thread that makes all of them. */
    private void tellAll(boolean comment) {
        try {
            ServedReleases served = releases.current().releases();
            for (Stream stream : streams) {
                served.timeline(stream.programme).ifPresent(timeline -> tell(stream, version(timeline)));
                if (comment) {
                    send(stream, SseEmitter.event().comment("open"));
                }
            }
        } catch (RuntimeException e) {
            LOG.error("readers of events were not told: {}", FailureText.of(e));
        }
    }

    /** Ends all streams before the port is closed, so that no stop waits for one. */
    @Override
    public synchronized void stop() {
        CountDownLatch stop = end;
        end = null;
        if (stop != null) {
            stop.countDown();
        }
        streams.forEach(stream -> stream.emitter.complete());
    }

    @Override
    public boolean isRunning() {
        return end != null;
    }
}
