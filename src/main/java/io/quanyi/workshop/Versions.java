package io.quanyi.workshop;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the releases of a programme that a command is about: by number, or the draft that no ledger names yet. */
final class Versions {

    static final String DRAFT = "draft";

    private final SourceTree tree;
    private final Voice voice;
    private final String programme;
    private final List<ReleaseId> sealed;

    /** @throws picocli.CommandLine.ParameterException if there is no such programme */
    Versions(SourceTree tree, Voice voice, String programme) {
        this.tree = tree;
        this.voice = voice;
        this.programme = programme;
        refuseUnknown(tree, voice, programme);
        this.sealed = RulesTree.sealed(tree, programme);
    }

    /** @throws picocli.CommandLine.ParameterException if there is no such programme */
    static void refuseUnknown(SourceTree tree, Voice voice, String programme) {
        List<String> known = RulesTree.programmes(tree);
        if (!known.contains(programme)) {
            throw voice.wrong(voice.text("no-programme", programme, voice.list(known)));
        }
    }

    /** A release, and whether it is a draft. */
    record Chosen(ProgrammeRelease release, boolean draft) {

        /** @throws io.quanyi.source.FaultsFound with what is wrong with them */
        List<CaseFile> cases(SourceTree tree) {
            Faults faults = new Faults();
            List<CaseFile> cases =
                    ReleaseCheck.cases(release.programme().id(), RulesTree.policyFiles(tree, release.id()), faults);
            faults.throwIfAny();
            return cases;
        }
    }

    /** The number of the newest sealed release. */
    Optional<Integer> newest() {
        return sealed.isEmpty()
                ? Optional.empty()
                : Optional.of(sealed.get(sealed.size() - 1).number());
    }

    /** The draft; empty if everything is sealed. */
    Optional<ReleaseId> draft() {
        List<ReleaseId> candidates = RulesTree.candidates(tree).stream()
                .filter(id -> id.programme().equals(programme))
                .toList();
        return candidates.size() > sealed.size()
                ? Optional.of(candidates.get(candidates.size() - 1))
                : Optional.empty();
    }

    /**
     * Loads what is named.
     *
     * @param named a number, or {@code draft}
     * @throws picocli.CommandLine.ParameterException if there is none
     * @throws io.quanyi.source.FaultsFound with what is wrong with it
     */
    Chosen load(String named) {
        boolean draft = named.equals(DRAFT);
        ReleaseId id = draft
                ? draft().orElseThrow(() -> voice.wrong(voice.text("no-draft", programme)))
                : sealed.stream()
                        .filter(release -> String.valueOf(release.number()).equals(named))
                        .findFirst()
                        .orElseThrow(() -> voice.wrong(noRelease(named)));
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        return new Chosen(Objects.requireNonNull(release, "no faults"), draft);
    }

    private String noRelease(String named) {
        return sealed.isEmpty()
                ? voice.text("no-release-yet", programme, named)
                : voice.text(
                        "no-release",
                        programme,
                        named,
                        voice.list(sealed.stream()
                                .map(release -> String.valueOf(release.number()))
                                .toList()));
    }

    /** The draft if there is one, else the newest release. */
    String latest() {
        return draft().isPresent() ? DRAFT : newest().map(String::valueOf).orElse(DRAFT);
    }
}
