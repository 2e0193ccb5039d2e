package io.quanyi.workshop;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The newest versions of a programme's parts: a draft is worked on as it is, and of a sealed one a copy. */
final class Workbench {

    private final Sketch sketch;
    private final Voice voice;
    private final String programme;
    private final List<ReleaseId> sealed;
    private final List<String> wrong = new ArrayList<>();

    /** @throws picocli.CommandLine.ParameterException if there is no such programme */
    Workbench(Sketch sketch, Voice voice, String programme) {
        this.sketch = sketch;
        this.voice = voice;
        this.programme = programme;
        Versions.refuseUnknown(sketch.tree(), voice, programme);
        this.sealed = RulesTree.sealed(sketch.tree(), programme);
    }

    /**
     * The version of the rules to work on.
     *
     * @param wanted what a copy shall be called, if there has to be one
     */
    String policy(@Nullable String wanted) {
        return version(PartKind.POLICY, wanted);
    }

    /** The same of the catalogue. */
    String catalogue(@Nullable String wanted) {
        return version(PartKind.CATALOGUE, wanted);
    }

    /** Ends here if there is no version to work on, or no name for a new one. */
    void refuseIfAny() {
        if (!wrong.isEmpty()) {
            throw voice.wrong(String.join("\n", wrong));
        }
    }

    /** The programme as it is with the newest versions of everything. */
    ProgrammeRelease release() {
        String policy = newest(PartKind.POLICY);
        List<String> calendars = RulesTree.calendars(sketch.tree());
        ReleaseId id = RulesTree.id(
                sketch.tree(), programme, sealed.size() + 1, policy, newest(PartKind.CATALOGUE), last(calendars));
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(sketch.tree(), id, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release, "no faults");
    }

    /** What the path of a file of the newest rules is. */
    String rules(String name) {
        return PartKind.POLICY.folder(programme, newest(PartKind.POLICY)) + name;
    }

    private String version(PartKind kind, @Nullable String wanted) {
        String newest = newest(kind);
        boolean isSealed =
                sealed.stream().anyMatch(release -> version(kind, release).equals(newest));
        if (wanted == null && isSealed) {
            wrong.add(voice.text("new.sealed", name(kind), newest, programme, kind.id()));
        } else if (wanted != null && !isSealed && !wanted.equals(newest)) {
            wrong.add(voice.text("new.draft-there", name(kind), newest, programme));
        } else if (wanted != null && isSealed) {
            copy(kind, newest, wanted);
        }
        return newest(kind);
    }

    private void copy(PartKind kind, String newest, String wanted) {
        if (!PartKind.isVersion(wanted)) {
            wrong.add(voice.text("new.version-form", wanted));
        } else if (wanted.compareTo(newest) <= 0) {
            wrong.add(voice.text("new.version-order", wanted, name(kind), newest));
        } else {
            sketch.copy(kind.folder(programme, newest), kind.folder(programme, wanted));
        }
    }

    private String name(PartKind kind) {
        return voice.text("new." + kind.id());
    }

    /** @throws picocli.CommandLine.ParameterException if no version can be called so */
    static void refuseForm(String version, Voice voice) {
        if (!PartKind.isVersion(version)) {
            throw voice.wrong(voice.text("new.version-form", version));
        }
    }

    private static String version(PartKind kind, ReleaseId release) {
        return kind == PartKind.POLICY ? release.policy() : release.catalogue();
    }

    private String newest(PartKind kind) {
        return last(
                kind == PartKind.POLICY
                        ? RulesTree.policies(sketch.tree(), programme)
                        : RulesTree.catalogues(sketch.tree(), programme));
    }

    private static String last(List<String> versions) {
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1);
    }
}
