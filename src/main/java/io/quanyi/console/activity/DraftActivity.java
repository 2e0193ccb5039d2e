package io.quanyi.console.activity;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.release.draft.Draft;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftContent.Entry;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.release.draft.DraftView;
import io.quanyi.release.draft.comment.DraftComment;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The events of one draft, as far as the draft knows them: of its edits the last one. */
final class DraftActivity {

    private final DraftView view;
    private final ConsoleTexts texts;
    private final String address;

    DraftActivity(DraftView view, ConsoleTexts texts) {
        this.view = view;
        this.texts = texts;
        this.address = "/console/" + view.draft().programme() + "/drafts/"
                + view.draft().id();
    }

    Stream<ActivityEvent> events() {
        Draft draft = view.draft();
        return Stream.of(
                        Stream.of(event(draft.createdAt(), draft.createdBy(), "activity-begun", "")),
                        edit(),
                        plan(),
                        draft.approvals().stream()
                                .map(approval -> event(approval.at(), approval.by(), "activity-approved", "/publish")),
                        draft.comments().all().stream().flatMap(this::comment))
                .flatMap(events -> events);
    }

    private Stream<ActivityEvent> edit() {
        Draft draft = view.draft();
        List<String> files = view.content().entries().stream()
                .filter(entry -> entry.change() != Change.UNCHANGED)
                .map(Entry::name)
                .toList();
        boolean edited = draft.editedAt().isAfter(draft.createdAt()) || !files.isEmpty();
        return Stream.of(draft.lastEditor())
                .filter(by -> edited)
                .map(by -> new ActivityEvent(
                        draft.editedAt(), by, texts.of("activity-edited", draft.title()), files, address));
    }

    private Stream<ActivityEvent> plan() {
        DraftPlan plan = view.draft().plan();
        return plan == null
                ? Stream.of()
                : Stream.of(event(plan.submittedAt(), plan.submittedBy(), "activity-submitted", "/publish"));
    }

    private Stream<ActivityEvent> comment(DraftComment comment) {
        String place = "/comments#" + comment.id();
        return Stream.of(
                        Stream.of(event(comment.at(), comment.by(), "activity-commented", place, comment.text())),
                        comment.answersOrNone().stream()
                                .map(answer ->
                                        event(answer.at(), answer.by(), "activity-answered", place, answer.text())),
                        Stream.ofNullable(comment.resolvedAt())
                                .map(at -> event(at, String.valueOf(comment.resolvedBy()), "activity-settled", place)))
                .flatMap(events -> events);
    }

    private ActivityEvent event(OffsetDateTime at, String by, String code, String screen) {
        return event(at, by, code, screen, List.of());
    }

    private ActivityEvent event(OffsetDateTime at, String by, String code, String screen, List<String> details) {
        return new ActivityEvent(at, by, texts.of(code, view.draft().title()), details, address + screen);
    }
}
