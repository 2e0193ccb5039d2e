package io.quanyi.access.credentials;

import io.quanyi.access.credentials.ApiKeyFile.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the file of API keys every five seconds while the service runs. Keys that were added, removed or given other roles take effect for the next
 * request. A file with faults changes nothing, because half a file must neither lock callers out nor let a removed key in again.
 */
public final class ApiKeyReload implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyReload.class);

    /**
     * The pause between two readings. A change is recognised by the content, not by the time of the file, because Kubernetes exchanges the
     * file behind a link.
     */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ApiKeyFile file;
    private final AcceptedCredentials credentials;
    private volatile Content last;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable Future<?> reading;

    /**
     * @param file in which no faults were found when the service started
     * @param credentials whose keys are replaced
     */
    public ApiKeyReload(Path file, AcceptedCredentials credentials) {
        this.file = new ApiKeyFile(file);
        this.credentials = credentials;
        this.last = this.file.read();
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "api-keys");
            made.setDaemon(true);
            return made;
        });
        reading = started.scheduleWithFixedDelay(this::read, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
            reading = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return reading != null;
    }

    /** Whether the file has faults, so that earlier keys are accepted. */
    public boolean isRefused() {
        return !last.faults().isEmpty();
    }

    /** Reads the file once, and logs what became of a change. */
    void read() {
        Content now = file.read();
        if (now.equals(last)) {
            return;
        }
        last = now;
        if (now.faults().isEmpty()) {
            credentials.replaceKeys(now.keys());
            LOG.info(
                    "API keys accepted from now on: {}",
                    now.keys().stream().map(AccessProperties.Key::id).toList());
        } else {
            LOG.error("The file of API keys has faults, so the keys before stay accepted: {}", now.faults());
        }
    }
}
