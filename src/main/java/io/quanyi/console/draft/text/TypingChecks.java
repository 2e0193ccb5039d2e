package io.quanyi.console.draft.text;

import io.quanyi.console.draft.DraftScreen;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Checks the text of a file while it is typed and not saved yet. A draft has one such check at a time: a newer one ends it, because
 * its result is not needed any more.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class TypingChecks {

    private final DraftTrials trials;
    private final Map<String, Object> newest = new ConcurrentHashMap<>();

    TypingChecks(DraftTrials trials) {
        this.trials = trials;
    }

    /**
     * The faults of a draft with a file as it is typed.
     *
     * @throws io.quanyi.release.draft.DraftRefused if the draft is removed, a newer check began, or there is too much other work
     */
    List<Fault> check(DraftScreen screen, SourceFile typed) {
        String draft = screen.view().draft().id();
        Object mine = new Object();
        newest.put(draft, mine);
        try {
            return trials.check(screen.programme().id(), draft, typed, () -> newest.get(draft) != mine)
                    .faults();
        } finally {
            newest.remove(draft, mine);
        }
    }
}
