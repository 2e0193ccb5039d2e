package io.quanyi.release.draft;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.release.live.DraftProperties;
import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import io.quanyi.store.DraftFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file beside the files of a draft that has its head, as YAML which people can read. */
final class DraftHeadFile {

    static final String NAME = "draft.yaml";

    private DraftHeadFile() {}

    static SourceFile of(DraftHead head) {
        StringBuilder text = new StringBuilder();
        line(text, "programme", quoted(head.programme()));
        line(text, "title", quoted(head.title()));
        line(text, "base", String.valueOf(head.base()));
        line(text, "createdBy", quoted(head.createdBy()));
        line(text, "createdAt", ISO_OFFSET_DATE_TIME.format(head.createdAt()));
        line(text, "editedBy", list(head.editedBy()));
        line(text, "editedAt", ISO_OFFSET_DATE_TIME.format(head.editedAt()));
        line(text, "removed", list(head.removed()));
        if (head.plan() != null) {
            plan(text, head.plan());
        }
        if (!head.approvalsOrNone().isEmpty()) {
            text.append("approvals:\n");
            head.approvalsOrNone().forEach(approval -> {
                line(text, "  - by", quoted(approval.by()));
                line(text, "    at", ISO_OFFSET_DATE_TIME.format(approval.at()));
                line(text, "    digest", approval.digest());
            });
        }
        if (!head.intendedOrNone().isEmpty()) {
            line(text, "intended", list(head.intendedOrNone()));
        }
        if (head.retry() != null) {
            text.append("retry:\n");
            line(text, "  key", quoted(head.retry().key()));
            line(text, "  request", head.retry().request());
        }
        return new SourceFile(NAME, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void plan(StringBuilder text, DraftPlan plan) {
        text.append("plan:\n");
        if (plan.effectiveFrom() != null) {
            line(text, "  effectiveFrom", ISO_OFFSET_DATE_TIME.format(plan.effectiveFrom()));
        }
        text.append("  note:\n");
        plan.note()
                .languages()
                .forEach(language ->
                        line(text, "    " + language.tag(), quoted(plan.note().in(language))));
        if (plan.accept() != null) {
            line(text, "  accept", list(plan.accept()));
        }
        if (plan.laterReleases() != null) {
            line(text, "  laterReleases", plan.laterReleases());
        }
        line(text, "  submittedBy", quoted(plan.submittedBy()));
        line(text, "  submittedAt", ISO_OFFSET_DATE_TIME.format(plan.submittedAt()));
    }

    /**
     * The draft that is kept in files; empty if its head cannot be read, as after an edit by hand.
     *
     * @param stored the files without their seal
     * @param unbroken whether a service wrote them as they are
     */
    static Optional<Draft> read(DraftFiles stored, boolean unbroken) {
        return stored.files().stream()
                .filter(file -> file.path().equals(NAME))
                .findFirst()
                .flatMap(DraftHeadFile::head)
                .map(head -> draft(stored, unbroken ? head : head.changedOutside()));
    }

    private static Draft draft(DraftFiles stored, DraftHead head) {
        DraftFiles state = new DraftFiles(stored.id(), without(stored, DraftComments.FILE));
        return new Draft(stored.id(), head, without(state, NAME), comments(stored), state.revision());
    }

    /**
     * The head as the file says it, which may be anybody's word; empty if it cannot be read. No service writes one of more
     * than {@value DraftProperties#HEAD_BYTES} bytes, but people may.
     */
    static Optional<DraftHead> head(SourceFile file) {
        Faults faults = new Faults();
        Tree tree = file.length() <= DraftProperties.HEAD_BYTES ? YamlReader.read(file, faults) : null;
        return tree == null
                ? Optional.empty()
                : Optional.ofNullable(new RecordBinder(faults).bind(tree, DraftHead.class));
    }

    private static DraftComments comments(DraftFiles stored) {
        return stored.files().stream()
                .filter(file -> file.path().equals(DraftComments.FILE))
                .findFirst()
                .map(DraftComments::read)
                .orElseGet(DraftComments::none);
    }

    private static List<SourceFile> without(DraftFiles stored, String name) {
        return stored.files().stream().filter(file -> !file.path().equals(name)).toList();
    }

    private static void line(StringBuilder text, String member, String value) {
        text.append(member).append(": ").append(value).append('\n');
    }

    private static String list(List<String> items) {
        return items.stream().map(DraftHeadFile::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A YAML text in single quotes. A quote is doubled, and characters that the reader refuses become blanks. */
    private static String quoted(String text) {
        return "'" + DeceptiveCharacters.blanked(text).replace("'", "''") + "'";
    }
}
