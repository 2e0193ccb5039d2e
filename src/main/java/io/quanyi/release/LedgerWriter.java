package io.quanyi.release;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.BilingualText;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Appends entries to the text of a ledger. */
public final class LedgerWriter {

    private LedgerWriter() {}

    /**
     * The ledger of a programme with one more entry, after a check that the release of these versions loads.
     *
     * @param tree the rules
     * @param programme the id of the programme
     * @param policy the version of the rules; likewise for the other parts
     * @param effectiveFrom the first instant at which the release is in force; null for no lower bound
     * @param publishedAt the instant of publication
     * @param publishedBy the name of its publisher
     * @param note the reason, in each language of the programme
     * @param accept the codes that are accepted; null for none
     * @throws io.quanyi.source.FaultsFound if the ledger or the release has faults
     */
    public static SourceFile sealed(
            SourceTree tree,
            String programme,
            String policy,
            String catalogue,
            String calendars,
            @Nullable OffsetDateTime effectiveFrom,
            OffsetDateTime publishedAt,
            String publishedBy,
            BilingualText note,
            @Nullable List<String> accept) {
        Faults faults = new Faults();
        Ledger ledger = Ledger.of(tree, programme, faults);
        faults.throwIfAny();
        int number = Objects.requireNonNull(ledger, "no faults").releases().size() + 1;
        ReleaseId id = ReleaseFiles.id(tree, programme, number, policy, catalogue, calendars, faults);
        RulesTree.draft(tree, id, faults);
        RulesTree.languages(tree, programme, catalogue).stream()
                .filter(language -> !note.isIn(language))
                .forEach(language -> faults.add(
                        Fault.at("/note/" + language.tag(), "note-untranslated", language.tag(), language.code())));
        faults.throwIfAny();
        LedgerEntry entry = LedgerEntry.of(id, effectiveFrom, publishedAt, publishedBy, note, null, null, accept);
        return sealed(tree, programme, entry);
    }

    /** The ledger of a programme with one more entry, without any check. */
    public static SourceFile sealed(SourceTree tree, String programme, LedgerEntry entry) {
        String path = programme + "/" + Ledger.FILE;
        SourceFile file = tree.file(path);
        String before = file == null ? "releases:\n" : Objects.requireNonNull(file.text(new Faults()), "read before");
        String ended = before.endsWith("\n") ? before : before + "\n";
        byte[] bytes = (ended + text(entry)).getBytes(StandardCharsets.UTF_8);
        return new SourceFile(path, bytes);
    }

    private static String text(LedgerEntry entry) {
        StringBuilder text = new StringBuilder("  - number: " + entry.number() + "\n");
        line(text, "policy", quotedIfNeeded(entry.policy()));
        line(text, "catalogue", quotedIfNeeded(entry.catalogue()));
        line(text, "calendars", quotedIfNeeded(entry.calendars()));
        if (entry.effectiveFrom() != null) {
            line(text, "effectiveFrom", ISO_OFFSET_DATE_TIME.format(entry.effectiveFrom()));
        }
        line(text, "publishedAt", ISO_OFFSET_DATE_TIME.format(entry.publishedAt()));
        line(text, "publishedBy", quoted(entry.publishedBy()));
        BilingualText note = entry.note();
        if (note != null) {
            text.append("    note:\n");
            note.languages().forEach(language -> line(text, "  " + language.tag(), quoted(note.in(language))));
        }
        if (entry.restores() != null) {
            line(text, "restores", entry.restores().toString());
        }
        if (entry.retry() != null) {
            text.append("    retry:\n");
            line(text, "  key", quoted(entry.retry().key()));
            line(text, "  request", entry.retry().request());
        }
        if (entry.accept() != null) {
            line(text, "accept", "[" + String.join(", ", entry.accept()) + "]");
        }
        line(text, "digest", entry.digest());
        return text.toString();
    }

    private static void line(StringBuilder text, String member, String value) {
        text.append("    ").append(member).append(": ").append(value).append('\n');
    }

    private static String quotedIfNeeded(String version) {
        return version.matches("[A-Za-z0-9][A-Za-z0-9.-]*") ? version : quoted(version);
    }

    /** A YAML text in single quotes. A quote is doubled, and characters that the reader refuses become blanks. */
    private static String quoted(String text) {
        return "'" + DeceptiveCharacters.blanked(text).replace("'", "''") + "'";
    }
}
