package io.quanyi.console.activity;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An action of a person on a programme.
 *
 * @param at when
 * @param by the name of the person, as the audit log has it
 * @param text the action, in the language of the reader
 * @param details the files that were changed, or the words of a comment
 * @param href the address of the page that shows it
 */
record ActivityEvent(OffsetDateTime at, String by, String text, List<String> details, String href) {

    /** Keeps a copy. */
    ActivityEvent {
        details = List.copyOf(details);
    }
}
