package io.quanyi.release;

import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.policy.PolicyFiles;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programmes, releases and drafts in a tree of rules: lists them, and loads releases. */
public final class RulesTree {

    private static final String CALENDARS = "calendars";

    /** An instant for questions whose answer does not depend on the instant. */
    public static final Instant SOME_INSTANT = Instant.parse("2026-06-15T04:00:00Z");

    /** The code of the fault that the files of a sealed release are not those that were sealed. */
    public static final String CHANGED = "digest-mismatch";

    private static final LocalDate SOME_MONDAY = LocalDate.parse("2026-06-15");

    private RulesTree() {}

    /** The noon of a day that is a working day nearly everywhere, in a zone; for files whose calendar is not known. */
    public static Instant noon(ZoneId zone) {
        return SOME_MONDAY.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    /** The noon of a working day of a programme: in its zone, and on no holiday of the calendars of its windows. */
    public static Instant noon(ProgrammeRelease release) {
        LocalDate day = SOME_MONDAY;
        while (isHoliday(release, day)) {
            day = day.plusDays(1);
        }
        return day.atTime(LocalTime.NOON).atZone(release.programme().zone()).toInstant();
    }

    private static boolean isHoliday(ProgrammeRelease release, LocalDate day) {
        return release.catalogue().windows().values().stream()
                .flatMap(window -> Stream.ofNullable(window.calendar()))
                .flatMap(id -> Stream.ofNullable(release.calendars().get(id)))
                .anyMatch(calendar -> calendar.daysOff().containsKey(day));
    }

    /**
     * Loads all published releases of all programmes. A programme without a ledger is a draft and is left out.
     *
     * @throws io.quanyi.source.FaultsFound with every fault of the ledgers and the releases
     */
    public static ServedReleases load(SourceTree tree) {
        return load(tree, null);
    }

    /**
     * Loads all published releases of all programmes, and tells which of their files were changed.
     *
     * @param good an earlier state, with which changed content is compared; null if there is none
     * @throws io.quanyi.source.FaultsFound with every fault of the ledgers and the releases
     */
    public static ServedReleases load(SourceTree tree, @Nullable SourceTree good) {
        return TimelineLoader.loaded(tree, good);
    }

    /** The members of a ledger file. */
    public static List<RecordForm.Member> ledgerForm() {
        return Ledger.form();
    }

    /** The ids of all programmes, which are the names of their folders. */
    public static List<String> programmes(SourceTree tree) {
        return tree.children("").stream()
                .filter(name -> !name.equals(CALENDARS) && !name.contains("."))
                .toList();
    }

    /**
     * Loads a release, published or not.
     *
     * @return null, with the faults added, if anything is wrong with it
     */
    public static @Nullable ProgrammeRelease draft(SourceTree tree, ReleaseId id, Faults faults) {
        ReleaseReader reader = new ReleaseReader(tree, faults);
        ReleaseReader.Base base = reader.base(id.programme());
        return base == null ? null : reader.release(base, id);
    }

    /**
     * Loads a release whose files have the digest of its id: a sealed one as it was sealed.
     *
     * @return null, with the faults added, if anything is wrong with it or its files were changed
     */
    public static @Nullable ProgrammeRelease unchanged(SourceTree tree, ReleaseId id, Faults faults) {
        ProgrammeRelease release = draft(tree, id, faults);
        if (release == null) {
            return null;
        }
        String now = new ReleaseReader(tree, faults).files(id).digest();
        if (!now.equals(id.digest())) {
            faults.add(ChangedContent.fault(id, now));
        }
        return faults.isEmpty() ? release : null;
    }

    /** Whether the ledger entry of a release accepts that not all answers can be checked. */
    public static boolean acceptsNotCompared(SourceTree tree, ReleaseId id) {
        Ledger ledger = Ledger.of(tree, id.programme(), new Faults());
        return ledger != null
                && ledger.releases().stream()
                        .anyMatch(entry -> entry.id(id.programme()).equals(id) && entry.acceptsNotCompared());
    }

    /**
     * All releases that can be checked: those of the ledgers and, for each version of rules, a catalogue or calendars
     * that is in no ledger, a draft with the newest versions of the other parts. The last one is the newest.
     *
     * @throws io.quanyi.source.FaultsFound if a ledger has faults
     */
    public static List<ReleaseId> candidates(SourceTree tree) {
        List<ReleaseId> candidates = new ArrayList<>();
        Faults faults = new Faults();
        for (String programme : programmes(tree)) {
            Ledger ledger = Ledger.of(tree, programme, faults);
            if (ledger != null) {
                ledger.releases().forEach(entry -> candidates.add(entry.id(programme)));
                candidates.addAll(drafts(tree, programme, ledger, faults));
            }
        }
        faults.throwIfAny();
        return candidates;
    }

    /**
     * The published releases of a programme, the oldest first.
     *
     * @throws io.quanyi.source.FaultsFound if the ledger has faults
     */
    public static List<ReleaseId> sealed(SourceTree tree, String programme) {
        Faults faults = new Faults();
        Ledger ledger = Ledger.of(tree, programme, faults);
        faults.throwIfAny();
        return ledger == null
                ? List.of()
                : ledger.releases().stream().map(entry -> entry.id(programme)).toList();
    }

    /** The versions of a programme's rules, published or not, the oldest first. */
    public static List<String> policies(SourceTree tree, String programme) {
        return versions(tree, programme + "/policy/");
    }

    /** The versions of a programme's catalogue, published or not, the oldest first. */
    public static List<String> catalogues(SourceTree tree, String programme) {
        return versions(tree, programme + "/catalogue/");
    }

    /** The versions of the calendars, the oldest first. */
    public static List<String> calendars(SourceTree tree) {
        return versions(tree, CALENDARS + "/");
    }

    /** The languages in which a version of a catalogue requires the texts of its programme. */
    public static Set<Language> languages(SourceTree tree, String programme, String catalogue) {
        SourceFile file = tree.file(programme + "/catalogue/" + catalogue + ".yaml");
        return file == null ? EnumSet.allOf(Language.class) : CatalogueReader.languages(file);
    }

    /** The id of a release of these versions. */
    public static ReleaseId id(
            SourceTree tree, String programme, int number, String policy, String catalogue, String calendars) {
        return ReleaseFiles.id(tree, programme, number, policy, catalogue, calendars, new Faults());
    }

    /** The files of a release's policy. */
    public static PolicyFiles policyFiles(SourceTree tree, ReleaseId id) {
        return ReleaseFiles.of(tree, id.programme(), id.policy(), id.catalogue(), id.calendars(), new Faults())
                .policy();
    }

    private static List<ReleaseId> drafts(SourceTree tree, String programme, Ledger ledger, Faults faults) {
        Set<ReleaseId> drafts = new LinkedHashSet<>();
        int number = ledger.releases().size() + 1;
        List<String> policies = policies(tree, programme);
        List<String> catalogues = catalogues(tree, programme);
        String calendars = newest(calendars(tree));
        for (String policy : policies) {
            if (ledger.releases().stream().noneMatch(entry -> entry.policy().equals(policy))) {
                drafts.add(ReleaseFiles.id(tree, programme, number, policy, newest(catalogues), calendars, faults));
            }
        }
        for (String version : CalendarVersions.unnamed(tree)) {
            if (!policies.isEmpty() && !catalogues.isEmpty()) {
                drafts.add(ReleaseFiles.id(
                        tree, programme, number, newest(policies), newest(catalogues), version, faults));
            }
        }
        for (String catalogue : catalogues) {
            if (ledger.releases().stream().noneMatch(entry -> entry.catalogue().equals(catalogue))) {
                drafts.add(ReleaseFiles.id(tree, programme, number, newest(policies), catalogue, calendars, faults));
            }
        }
        return List.copyOf(drafts);
    }

    private static String newest(List<String> versions) {
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1);
    }

    /** The versions in a folder, the oldest first: their names sort by age. */
    private static List<String> versions(SourceTree tree, String folder) {
        return tree.children(folder).stream()
                .map(name -> name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name)
                .sorted()
                .toList();
    }
}
