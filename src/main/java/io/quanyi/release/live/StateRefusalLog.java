package io.quanyi.release.live;

import io.quanyi.release.StateRefused;
import io.quanyi.text.Language;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs refused states with every fault and, where the service itself failed, the stack trace. */
final class StateRefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    private StateRefusalLog() {}

    /**
     * Logs a refusal that differs from the last one.
     *
     * @param revision the state; null if none could be read
     * @param serving the state that answers
     */
    static void refused(@Nullable String revision, String serving, StateRefused refused) {
        String words = refused.faults().stream()
                .map(fault -> "\n  " + fault.describe(Language.ENGLISH))
                .collect(Collectors.joining());
        LOG.error(
                "revision {} does not answer, revision {} goes on:{}",
                revision == null ? "(none to be had)" : revision,
                serving,
                words,
                refused.getCause());
    }
}
