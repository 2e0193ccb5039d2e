package io.quanyi.console.draft;

import io.quanyi.checks.ReleaseComparison;
import io.quanyi.checks.ReleaseDifference;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftContent.Entry;
import io.quanyi.release.draft.DraftView;
import io.quanyi.release.draft.DraftView.State;
import io.quanyi.release.draft.comment.DraftComment;
import io.quanyi.text.EnumCode;
import io.quanyi.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The values of the overview of a draft, apart from its faults. */
final class DraftOverview {

    private final DraftScreen screen;
    private final DraftView view;
    private final DraftLines lines;
    private final ConsoleTexts texts;

    DraftOverview(DraftScreen screen) {
        this.screen = screen;
        this.view = screen.view();
        this.lines = new DraftLines(screen.programme(), screen.language());
        this.texts = new ConsoleTexts(screen.language());
    }

    Map<String, Object> content() {
        Draft draft = view.draft();
        Map<String, Object> content = new HashMap<>();
        content.put("state", lines.state(view));
        content.put(
                "created",
                texts.of("draft-created", lines.person(draft.createdBy()), lines.instant(draft.createdAt())));
        content.put("edited", texts.of("draft-edited", lines.editors(draft), lines.instant(draft.editedAt())));
        content.put("revision", draft.revision());
        content.put("open", screen.isOpen());
        content.put("address", screen.address(""));
        content.put("changed", files(entry -> entry.change() != Change.UNCHANGED));
        content.put("unchanged", files(entry -> entry.change() == Change.UNCHANGED));
        content.put(
                "overtaken",
                Stream.ofNullable(view.overtaken()).map(this::overtaken).toList());
        content.put("since", since().map(this::since).stream().toList());
        content.put("untouched", view.state() == State.EDITING && view.content().isEmpty());
        content.put("next", next());
        content.putAll(new CommentViews(screen).section(comments -> comments.all(DraftComment::isOpen)));
        return content;
    }

    private List<Map<String, Object>> files(Predicate<Entry> which) {
        return view.content().entries().stream().filter(which).map(this::file).toList();
    }

    private Map<String, Object> file(Entry entry) {
        return Map.of(
                "name",
                entry.name(),
                "href",
                entry.change() == Change.REMOVED ? "" : TextAddress.of(screen, entry.name()),
                "change",
                texts.of("draft-file-" + EnumCode.of(entry.change())));
    }

    /** The changes from the base of the draft to the release that has overtaken it. */
    private Map<String, Object> overtaken(int release) {
        return Map.of(
                "text",
                texts.of("draft-overtaken", release, view.draft().base()),
                "changes",
                differences(view.draft().base(), release));
    }

    /** The number of the earlier base that the address names, if there is such a release. */
    private Optional<Integer> since() {
        String number = Objects.requireNonNullElse(screen.request().getParameter("since"), "");
        return screen.timeline().entries().stream()
                .map(LedgerEntry::number)
                .filter(one -> String.valueOf(one).equals(number)
                        && one != view.draft().base())
                .findFirst();
    }

    private Map<String, Object> since(int earlier) {
        return Map.of(
                "text",
                texts.of("draft-updated", view.draft().base(), earlier),
                "changes",
                differences(earlier, view.draft().base()));
    }

    private List<String> differences(int earlier, int later) {
        LedgerEntry before = screen.timeline().entry(earlier).orElseThrow();
        LedgerEntry after = screen.timeline().entry(later).orElseThrow();
        return ReleaseComparison.between(
                        screen.timeline().load(before), screen.timeline().load(after))
                .stream()
                .map(this::words)
                .toList();
    }

    private String words(ReleaseDifference difference) {
        String kind = Texts.of(screen.language(), "difference.kind." + difference.kind());
        return Texts.of(
                screen.language(), "difference." + EnumCode.of(difference.change()), List.of(kind, difference.id()));
    }

    private String next() {
        if (screen.isOpen() && view.overtaken() != null) {
            return texts.of("draft-next-update");
        }
        return switch (view.state()) {
            case EDITING -> texts.of("draft-next-try");
            case SUBMITTED -> texts.of("draft-next-approve");
            case APPROVED -> texts.of("draft-next-publish");
            case PUBLISHED -> texts.of("draft-next-nothing");
        };
    }
}
