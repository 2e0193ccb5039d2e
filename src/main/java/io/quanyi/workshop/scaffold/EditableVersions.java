package io.quanyi.workshop.scaffold;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.scaffold.sample.MissingFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The versions of a programme that an author may edit: the newest ones if they are drafts, else copies of them. */
public final class EditableVersions {

    private final RulesEdit edit;
    private final Output output;
    private final String programme;
    private final List<ReleaseId> sealed;
    private final List<String> refused = new ArrayList<>();

    /** @throws io.quanyi.workshop.command.InvalidCall if the programme does not exist */
    public EditableVersions(RulesEdit edit, Output output, String programme) {
        this.edit = edit;
        this.output = output;
        this.programme = programme;
        ReleaseSelector.refuseUnknown(edit.tree(), output, programme);
        this.sealed = RulesTree.sealed(edit.tree(), programme);
    }

    /**
     * The version of the policy to edit.
     *
     * @param wanted the version of the copy; needed if the newest policy is sealed
     */
    public String policy(@Nullable String wanted) {
        return version(PartKind.POLICY, wanted);
    }

    /** The version of the catalogue to edit. */
    public String catalogue(@Nullable String wanted) {
        return version(PartKind.CATALOGUE, wanted);
    }

    /**
     * Ends the call if a version cannot be edited.
     *
     * @throws io.quanyi.workshop.command.InvalidCall with all reasons
     */
    public void throwIfRefused() {
        if (!refused.isEmpty()) {
            throw output.wrong(String.join("\n", refused));
        }
    }

    /** The ids and clauses of the newest versions, which may have faults. */
    public DraftOutline outline() {
        return DraftOutline.of(edit.tree(), programme, newest(PartKind.POLICY), newest(PartKind.CATALOGUE));
    }

    /**
     * The programme with the newest versions of all parts. A holiday calendar that its catalogue names and that is still to come counts as
     * one without holidays, because no scaffold depends on them.
     *
     * @throws io.quanyi.source.FaultsFound if they have faults
     */
    public ProgrammeRelease release() {
        Faults faults = new Faults();
        ProgrammeRelease release = release(withCalendars(), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release, "no faults");
    }

    /** The programme with the newest versions of all parts; null if they have faults. */
    public @Nullable ProgrammeRelease releaseIfSound() {
        return release(edit.tree(), new Faults());
    }

    /** States in cases what their services ask for now, where they would be refused without it. Nothing changes if the rules have faults. */
    public void fillCases() {
        ProgrammeRelease release = releaseIfSound();
        if (release == null) {
            return;
        }
        MissingFacts facts = new MissingFacts(release);
        for (SourceFile file : edit.tree().under(rules(""))) {
            if (file.path().endsWith(CaseFile.SUFFIX)) {
                String before = edit.text(file.path());
                String filled = facts.filled(file);
                if (!filled.equals(before)) {
                    edit.write(file.path(), filled.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private SourceTree withCalendars() {
        String newest = last(RulesTree.calendars(edit.tree()));
        SourceTree tree = edit.tree();
        for (String id : ZoneCalendar.missing(tree, programme, newest(PartKind.CATALOGUE), newest)) {
            String empty = "id: " + id + "\nknownFrom: 2000-01-01\nknownTo: 2000-12-31\n"
                    + "source: { title: none, publishedOn: 2000-01-01 }\nholidays: []\n";
            tree = tree.with(new SourceFile(
                    "calendars/" + newest + "/" + id + "/2000.yaml", empty.getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }

    private @Nullable ProgrammeRelease release(SourceTree tree, Faults faults) {
        String policy = newest(PartKind.POLICY);
        List<String> calendars = RulesTree.calendars(tree);
        ReleaseId id =
                RulesTree.id(tree, programme, sealed.size() + 1, policy, newest(PartKind.CATALOGUE), last(calendars));
        return RulesTree.draft(tree, id, faults);
    }

    /** The path of a file of the newest policy. */
    public String rules(String name) {
        return PartKind.POLICY.folder(programme, newest(PartKind.POLICY)) + name;
    }

    private String version(PartKind kind, @Nullable String wanted) {
        String newest = newest(kind);
        boolean isSealed =
                sealed.stream().anyMatch(release -> version(kind, release).equals(newest));
        if (wanted == null && isSealed) {
            refused.add(output.text("new.sealed", name(kind), newest, programme, kind.id()));
        } else if (wanted != null && !isSealed && !wanted.equals(newest)) {
            refused.add(output.text("new.draft-there", name(kind), newest, programme));
        } else if (wanted != null && isSealed) {
            copy(kind, newest, wanted);
        }
        return newest(kind);
    }

    private void copy(PartKind kind, String newest, String wanted) {
        if (!PartKind.isVersion(wanted)) {
            refused.add(output.text("new.version-form", wanted));
        } else if (wanted.compareTo(newest) <= 0) {
            refused.add(output.text("new.version-order", wanted, name(kind), newest));
        } else {
            edit.copy(kind.folder(programme, newest), kind.folder(programme, wanted));
        }
    }

    private String name(PartKind kind) {
        return output.text("new." + kind.id());
    }

    /** @throws io.quanyi.workshop.command.InvalidCall if the text cannot be a version */
    static void requireForm(String version, Output output) {
        if (!PartKind.isVersion(version)) {
            throw output.wrong(output.text("new.version-form", version));
        }
    }

    private static String version(PartKind kind, ReleaseId release) {
        return kind == PartKind.POLICY ? release.policy() : release.catalogue();
    }

    private String newest(PartKind kind) {
        return last(
                kind == PartKind.POLICY
                        ? RulesTree.policies(edit.tree(), programme)
                        : RulesTree.catalogues(edit.tree(), programme));
    }

    private static String last(List<String> versions) {
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1);
    }
}
