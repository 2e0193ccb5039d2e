package io.quanyi.release.draft;

import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Edits the files of drafts, each only in the state that its caller has seen. */
public final class DraftEditor {

    private final DraftService drafts;

    DraftEditor(DraftService drafts) {
        this.drafts = drafts;
    }

    /**
     * Writes a file.
     *
     * @param seen whether the caller has seen the file of this digest in its place, or that there is none
     * @throws DraftRefused if there is no such draft, the file was changed since the caller saw it, or is too large
     * @throws FaultsFound if no file of a draft may have the name
     */
    public DraftView write(String programme, String id, SourceFile file, Predicate<Optional<String>> seen, String by) {
        return write(
                programme,
                id,
                List.of(file),
                content -> seen.test(content.file(file.path()).map(DraftService::digest)),
                by);
    }

    /**
     * Writes several files, all or none.
     *
     * @param seen whether the caller has seen the files that the draft has in their places
     * @throws DraftRefused if there is no such draft, a file was changed since the caller saw it, or one is too large
     * @throws FaultsFound if no file of a draft may have one of the names
     */
    public DraftView write(
            String programme, String id, List<SourceFile> files, Predicate<DraftContent> seen, String by) {
        files.forEach(DraftEditor::refuseUnfit);
        return edit(
                programme,
                id,
                content -> {
                    DraftContent edited = content;
                    for (SourceFile file : files) {
                        edited = edited.with(file.path(), file);
                    }
                    return edited;
                },
                seen,
                by);
    }

    /**
     * Leaves a file out.
     *
     * @param seen whether the caller has seen the file of this digest in its place
     * @throws DraftRefused if there is no such draft or file, it was changed since the caller saw it, or has to be there
     */
    public DraftView leaveOut(String programme, String id, String name, Predicate<Optional<String>> seen, String by) {
        drafts.file(programme, id, name);
        if (name.equals(DraftContent.CATALOGUE)) {
            throw new DraftRefused(Reason.NOT_HOLDING, Fault.at(Position.of(name), "draft-file-needed"));
        }
        return edit(
                programme,
                id,
                content -> content.with(name, null),
                content -> seen.test(content.file(name).map(DraftService::digest)),
                by);
    }

    private DraftView edit(
            String programme, String id, UnaryOperator<DraftContent> change, Predicate<DraftContent> seen, String by) {
        return drafts.change(programme, id, by, view -> {
            if (!seen.test(view.content())) {
                throw DraftService.changed(view.draft());
            }
            DraftContent edited = change.apply(view.content());
            return view.draft().edited(by, drafts.now(), edited.changed(), edited.removed());
        });
    }

    /**
     * Refuses what cannot be a file of a draft.
     *
     * @throws FaultsFound if no file of a draft may have the name
     * @throws DraftRefused if it is too large
     */
    static void refuseUnfit(SourceFile file) {
        if (!DraftContent.allows(file.path())) {
            throw new FaultsFound(List.of(Fault.at("/file", "draft-file-name", file.path())));
        }
        if (file.length() > PartKind.MAX_BYTES) {
            throw new DraftRefused(
                    Reason.NOT_HOLDING, Fault.at(Position.start(file.path()), "file-too-large", PartKind.MAX_BYTES));
        }
    }
}
