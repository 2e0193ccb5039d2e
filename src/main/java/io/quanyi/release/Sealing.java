package io.quanyi.release;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.quanyi.decision.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import io.quanyi.text.Names;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes releases into ledgers. */
public final class Sealing {

    private Sealing() {}

    /**
     * The ledger of a programme with one more entry.
     *
     * @param tree the rules
     * @param programme whose ledger
     * @param policy the version of the rules, and so on for the other parts
     * @param effectiveFrom from when on it holds; null for always
     * @param publishedAt when it becomes known
     * @param publishedBy who publishes it
     * @param note why
     * @return the text of the new ledger
     * @throws io.quanyi.source.FaultsFound if the ledger, or the release, does not hold
     */
    public static String sealed(
            SourceTree tree,
            String programme,
            String policy,
            String catalogue,
            String calendars,
            @Nullable OffsetDateTime effectiveFrom,
            OffsetDateTime publishedAt,
            String publishedBy,
            Names note) {
        Faults faults = new Faults();
        SourceFile file = tree.file(programme + "/releases.yaml");
        Ledger ledger = file == null ? new Ledger(List.of()) : Ledger.read(file, faults);
        faults.throwIfAny();
        int number = ledger == null ? 1 : ledger.releases().size() + 1;
        String digest = ReleaseFiles.of(tree, programme, policy, catalogue, calendars, faults)
                .digest();
        ReleaseId id = new ReleaseId(programme, number, policy, catalogue, calendars, digest);
        RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        String before = file == null ? "releases:\n" : String.valueOf(file.text(faults));
        String ended = before.endsWith("\n") ? before : before + "\n";
        return ended + entry(id, effectiveFrom, publishedAt, publishedBy, note);
    }

    private static String entry(
            ReleaseId id,
            @Nullable OffsetDateTime effectiveFrom,
            OffsetDateTime publishedAt,
            String publishedBy,
            Names note) {
        StringBuilder entry = new StringBuilder();
        entry.append("  - number: ").append(id.number()).append('\n');
        entry.append("    policy: ").append(id.policy()).append('\n');
        entry.append("    catalogue: ").append(id.catalogue()).append('\n');
        entry.append("    calendars: ").append(id.calendars()).append('\n');
        if (effectiveFrom != null) {
            entry.append("    effectiveFrom: ")
                    .append(ISO_OFFSET_DATE_TIME.format(effectiveFrom))
                    .append('\n');
        }
        entry.append("    publishedAt: ")
                .append(ISO_OFFSET_DATE_TIME.format(publishedAt))
                .append('\n');
        entry.append("    publishedBy: ").append(quoted(publishedBy)).append('\n');
        entry.append("    note:\n");
        for (Language language : Language.values()) {
            entry.append("      ")
                    .append(language.tag())
                    .append(": ")
                    .append(quoted(note.in(language)))
                    .append('\n');
        }
        return entry.append("    digest: ").append(id.digest()).append('\n').toString();
    }

    /** A YAML text in single quotes, in which only they are special. */
    private static String quoted(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }
}
