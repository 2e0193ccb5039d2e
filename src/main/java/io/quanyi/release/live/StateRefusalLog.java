package io.quanyi.release.live;

import io.quanyi.release.StateRefused;
import io.quanyi.text.Language;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says of states that do not answer: every fault in words and, where the service failed, once the stack trace. */
final class StateRefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);

    private StateRefusalLog() {}

    /**
     * A state is refused that was not refused for the same before.
     *
     * @param revision the state; null where none could be read
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
