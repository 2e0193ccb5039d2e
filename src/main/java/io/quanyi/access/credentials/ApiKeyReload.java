package io.quanyi.access.credentials;

import io.quanyi.access.credentials.ApiKeyFile.Content;
import io.quanyi.work.RepeatedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    private final RepeatedWork readings = new RepeatedWork("api-keys", PAUSE, this::read);
    private volatile Content last = new Content("", List.of(), List.of());

    /**
     * Replaces the keys that were read before, because the file may have changed since.
     *
     * @param file in which no faults were found when the service started
     * @param credentials whose keys are replaced
     */
    public ApiKeyReload(Path file, AcceptedCredentials credentials) {
        this.file = new ApiKeyFile(file);
        this.credentials = credentials;
        read();
    }

    @Override
    public void start() {
        readings.start();
    }

    @Override
    public void stop() {
        readings.stop();
    }

    @Override
    public boolean isRunning() {
        return readings.isRunning();
    }

    /** Whether the file has faults, so that earlier keys are accepted. */
    public boolean isRefused() {
        return !last.faults().isEmpty();
    }

    /** Reads the file once, and logs what became of a change. */
    private void read() {
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
