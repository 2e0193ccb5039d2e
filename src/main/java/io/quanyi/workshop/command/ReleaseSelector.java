package io.quanyi.workshop.command;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the release of a programme that an option of a command names: by its number, or {@code draft}. */
public final class ReleaseSelector {

    /** The word for the draft in an option. */
    public static final String DRAFT = "draft";

    private final SourceTree tree;
    private final Output output;
    private final String programme;
    private final List<ReleaseId> sealed;

    /**
     * Creates a selector.
     *
     * @throws InvalidCall if the programme does not exist
     */
    public ReleaseSelector(SourceTree tree, Output output, String programme) {
        this.tree = tree;
        this.output = output;
        this.programme = programme;
        refuseUnknown(tree, output, programme);
        this.sealed = RulesTree.sealed(tree, programme);
    }

    /**
     * Refuses an unknown programme.
     *
     * @throws InvalidCall if the programme does not exist
     */
    public static void refuseUnknown(SourceTree tree, Output output, String programme) {
        List<String> known = RulesTree.programmes(tree);
        if (!known.contains(programme)) {
            throw output.wrong(output.unknown("no-programme", programme, known, programme, output.list(known)));
        }
    }

    /**
     * A release that was selected.
     *
     * @param release the release
     * @param draft whether it is the draft, which is not published
     */
    public record Selected(ProgrammeRelease release, boolean draft) {

        /**
         * The cases of the release.
         *
         * @throws io.quanyi.source.FaultsFound if a file of cases has faults
         */
        public List<CaseFile> cases(SourceTree tree) {
            Faults faults = new Faults();
            List<CaseFile> cases =
                    ReleaseCheck.cases(release.programme().id(), RulesTree.policyFiles(tree, release.id()), faults);
            faults.throwIfAny();
            return cases;
        }
    }

    /** The number of the newest sealed release; empty if no release is sealed. */
    public Optional<Integer> newest() {
        return sealed.isEmpty()
                ? Optional.empty()
                : Optional.of(sealed.get(sealed.size() - 1).number());
    }

    /** The draft; empty if everything is sealed. */
    public Optional<ReleaseId> draft() {
        List<ReleaseId> candidates = RulesTree.candidates(tree).stream()
                .filter(id -> id.programme().equals(programme))
                .toList();
        return candidates.size() > sealed.size()
                ? Optional.of(candidates.get(candidates.size() - 1))
                : Optional.empty();
    }

    /**
     * Loads a release.
     *
     * @param named the number of the release, or {@code draft}
     * @throws InvalidCall if there is no such release
     * @throws io.quanyi.source.FaultsFound if the release has faults, or was changed after it was sealed
     */
    public Selected load(String named) {
        boolean draft = named.equals(DRAFT);
        ReleaseId id = draft
                ? draft().orElseThrow(() -> output.wrong(output.text("no-draft", programme)))
                : sealed.stream()
                        .filter(release -> String.valueOf(release.number()).equals(named))
                        .findFirst()
                        .orElseThrow(() -> output.wrong(noRelease(named)));
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.unchanged(tree, id, faults);
        faults.throwIfAny();
        return new Selected(Objects.requireNonNull(release, "no faults"), draft);
    }

    private String noRelease(String named) {
        return sealed.isEmpty()
                ? output.text("no-release-yet", programme, named)
                : output.text(
                        "no-release",
                        programme,
                        named,
                        output.list(sealed.stream()
                                .map(release -> String.valueOf(release.number()))
                                .toList()));
    }

    /** The word for the draft if there is one, else the number of the newest release. */
    public String latest() {
        return draft().isPresent() ? DRAFT : newest().map(String::valueOf).orElse(DRAFT);
    }
}
