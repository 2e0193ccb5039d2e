package io.quanyi.console.draft;

import io.quanyi.catalogue.Programme;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftView;
import io.quanyi.text.DateTexts;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The lines of a list of drafts, each with the title and the state of a draft. */
final class DraftLines {

    private final Programme programme;
    private final Language language;
    private final ConsoleTexts texts;

    DraftLines(Programme programme, Language language) {
        this.programme = programme;
        this.language = language;
        this.texts = new ConsoleTexts(language);
    }

    /** The line of a draft in a list. */
    Map<String, Object> of(DraftView view) {
        Draft draft = view.draft();
        long files = view.content().entries().stream()
                .filter(entry -> entry.change() != Change.UNCHANGED)
                .count();
        return Map.of(
                "href",
                "/console/" + programme.id() + "/drafts/" + draft.id(),
                "title",
                draft.title(),
                "state",
                state(view),
                "files",
                texts.of("draft-files-changed", files),
                "base",
                texts.of("draft-base", draft.base()),
                "edited",
                texts.of("draft-edited", editors(draft), instant(draft.editedAt())));
    }

    /** The state of a draft in words; of one that was published, as which release. */
    String state(DraftView view) {
        if (view.published() != null) {
            return texts.of("draft-published-as", view.published());
        }
        String state = texts.of("draft-state-" + EnumCode.of(view.state()));
        return view.overtaken() == null ? state : texts.of("draft-state-overtaken", state, view.overtaken());
    }

    /** All who have changed a draft. */
    String editors(Draft draft) {
        return Punctuation.of(language)
                .list(draft.editedBy().stream().map(this::person).toList());
    }

    /** The name of a caller. */
    String person(String principal) {
        return ConsolePerson.called(principal, texts);
    }

    /** An instant in the zone of the programme. */
    String instant(OffsetDateTime instant) {
        return new DateTexts(language)
                .instant(instant.atZoneSameInstant(programme.zone())
                        .toOffsetDateTime()
                        .truncatedTo(ChronoUnit.MINUTES));
    }
}
