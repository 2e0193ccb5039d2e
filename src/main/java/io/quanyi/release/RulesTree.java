package io.quanyi.release;

import io.quanyi.catalogue.CalendarReader;
import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Programme;
import io.quanyi.catalogue.Readings;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.decision.WindowHours;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.PolicyFiles;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Loads a tree of rules: all of it, or nothing and every fault of it. */
public final class RulesTree {

    private static final String CALENDARS = "calendars";

    private final SourceTree tree;
    private final Faults faults;
    private final @Nullable Readings readings;

    private RulesTree(SourceTree tree, Faults faults) {
        this.tree = tree;
        this.faults = faults;
        SourceFile file = file("readings.yaml");
        this.readings = file == null ? null : Readings.read(file, faults);
    }

    /**
     * Loads all sealed releases of all programmes. A programme without a ledger is a draft as a whole, and not served.
     *
     * @throws io.quanyi.source.FaultsFound with every fault, if there is any
     */
    public static ServedReleases load(SourceTree tree) {
        Faults faults = new Faults();
        List<Timeline> timelines = new RulesTree(tree, faults).timelines();
        faults.throwIfAny();
        return new ServedReleases(timelines);
    }

    /** The folders that are programmes. */
    public static List<String> programmes(SourceTree tree) {
        return tree.children("").stream()
                .filter(name -> !name.equals(CALENDARS) && !name.contains("."))
                .toList();
    }

    /**
     * Loads a release that need not be sealed: a draft, or what a ledger entry names.
     *
     * @return null, with the faults added, if anything is wrong with it
     */
    public static @Nullable ProgrammeRelease draft(SourceTree tree, ReleaseId id, Faults faults) {
        RulesTree rules = new RulesTree(tree, faults);
        Base base = rules.base(id.programme());
        return base == null ? null : rules.release(base, id);
    }

    /**
     * Every release there is to check: what the ledgers name, and a draft of each policy or catalogue version that no ledger
     * names, beside the newest versions of the other parts.
     *
     * @throws io.quanyi.source.FaultsFound if the ledgers themselves do not hold
     */
    public static List<ReleaseId> candidates(SourceTree tree) {
        List<ReleaseId> candidates = new ArrayList<>();
        Faults faults = new Faults();
        RulesTree rules = new RulesTree(tree, faults);
        for (String programme : programmes(tree)) {
            SourceFile file = tree.file(programme + "/releases.yaml");
            Ledger ledger = file == null ? new Ledger(List.of()) : Ledger.read(file, faults);
            if (ledger != null) {
                ledger.releases().forEach(entry -> candidates.add(entry.id(programme)));
                candidates.addAll(rules.drafts(programme, ledger));
            }
        }
        faults.throwIfAny();
        return candidates;
    }

    private List<ReleaseId> drafts(String programme, Ledger ledger) {
        Set<ReleaseId> drafts = new LinkedHashSet<>();
        int number = ledger.releases().size() + 1;
        String newestPolicy = newest(programme + "/policy/");
        String newestCatalogue = newest(programme + "/catalogue/");
        for (String policy : versions(programme + "/policy/")) {
            if (ledger.releases().stream().noneMatch(entry -> entry.policy().equals(policy))) {
                drafts.add(draftId(programme, number, policy, newestCatalogue));
            }
        }
        for (String catalogue : versions(programme + "/catalogue/")) {
            if (ledger.releases().stream().noneMatch(entry -> entry.catalogue().equals(catalogue))) {
                drafts.add(draftId(programme, number, newestPolicy, catalogue));
            }
        }
        return List.copyOf(drafts);
    }

    /** What a release of these versions would be called. */
    private ReleaseId draftId(String programme, int number, String policy, String catalogue) {
        String calendars = newest(CALENDARS + "/");
        String digest = ReleaseFiles.of(tree, programme, policy, catalogue, calendars, faults)
                .digest();
        return new ReleaseId(programme, number, policy, catalogue, calendars, digest);
    }

    private String newest(String folder) {
        List<String> versions = versions(folder);
        return versions.isEmpty() ? "" : versions.get(versions.size() - 1);
    }

    /** The versions in a folder, the oldest first; their names sort so. */
    private List<String> versions(String folder) {
        return tree.children(folder).stream()
                .map(name -> name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name)
                .toList();
    }

    /** The files of a release's policy. */
    public static PolicyFiles policyFiles(SourceTree tree, ReleaseId id) {
        return ReleaseFiles.of(tree, id.programme(), id.policy(), id.catalogue(), id.calendars(), new Faults())
                .policy();
    }

    /** What all releases of a programme share. */
    private record Base(Programme programme, Readings readings) {}

    private List<Timeline> timelines() {
        List<Timeline> timelines = new ArrayList<>();
        for (String folder : programmes(tree)) {
            SourceFile ledgerFile = tree.file(folder + "/releases.yaml");
            Ledger ledger = ledgerFile == null ? null : Ledger.read(ledgerFile, faults);
            Base base = base(folder);
            if (base != null && ledgerFile != null && ledger != null) {
                timelines.add(timeline(base, ledger, Position.of(ledgerFile.path())));
            }
        }
        return timelines;
    }

    private Timeline timeline(Base base, Ledger ledger, Position place) {
        Map<Integer, ProgrammeRelease> releases = new HashMap<>();
        for (LedgerEntry entry : ledger.releases()) {
            ReleaseId id = entry.id(base.programme().id());
            String digest = files(id).digest();
            if (!digest.equals(entry.digest())) {
                faults.add(Fault.at(place, "digest-mismatch", entry.number(), entry.digest(), digest));
            }
            ProgrammeRelease release = release(base, id);
            if (release != null) {
                releases.put(entry.number(), release);
            }
        }
        return new Timeline(base.programme(), ledger.releases(), releases);
    }

    private @Nullable Base base(String folder) {
        SourceFile programmeFile = file(folder + "/programme.yaml");
        Tree document = programmeFile == null ? null : YamlReader.read(programmeFile, faults);
        Programme programme = document == null ? null : new RecordBinder(faults).bind(document, Programme.class);
        if (programme == null || readings == null) {
            return null;
        }
        if (!programme.id().equals(folder)) {
            faults.add(Fault.at(Position.of(folder + "/programme.yaml"), "programme-folder", programme.id(), folder));
        }
        return new Base(programme, readings);
    }

    private ReleaseFiles files(ReleaseId id) {
        return ReleaseFiles.of(tree, id.programme(), id.policy(), id.catalogue(), id.calendars(), faults);
    }

    private @Nullable ProgrammeRelease release(Base base, ReleaseId id) {
        ReleaseFiles files = files(id);
        int before = faults.count();
        refuseMissing(id, "policy", id.policy(), files.policy().own());
        refuseMissing(id, "catalogue", id.catalogue(), files.catalogue());
        refuseMissing(id, "calendars", id.calendars(), files.calendars());
        if (faults.count() != before) {
            return null;
        }
        Map<String, HolidayCalendar> calendars = CalendarReader.read(files.calendars(), faults);
        Catalogue catalogue = CatalogueReader.read(files.catalogue().get(0), id.catalogue(), faults);
        if (catalogue == null) {
            return null;
        }
        Map<String, WindowHours> hours =
                hours(catalogue, calendars, id, files.catalogue().get(0).path());
        SourceFile clausesFile = file(id.programme() + "/policy/" + id.policy() + "/" + Clauses.FILE);
        Clauses clauses = clausesFile == null ? null : Clauses.read(clausesFile, faults);
        CompiledPolicy policy = CompiledPolicy.compile(id.programme(), id.policy(), files.policy(), catalogue, faults);
        return policy == null || clauses == null || faults.count() != before
                ? null
                : new ProgrammeRelease(id, base.programme(), catalogue, policy, hours, clauses, base.readings());
    }

    private Map<String, WindowHours> hours(
            Catalogue catalogue, Map<String, HolidayCalendar> calendars, ReleaseId id, String file) {
        Map<String, WindowHours> all = new TreeMap<>();
        catalogue.windows().forEach((window, entry) -> {
            String calendar = entry.calendar();
            if (calendar != null && !calendars.containsKey(calendar)) {
                faults.add(Fault.at(Position.of(file), "unknown-calendar", window, calendar, id.calendars()));
            } else if (entry.window() != null) {
                all.put(window, Holidays.laidOver(entry.window(), entry, calendars));
            }
        });
        return all;
    }

    private void refuseMissing(ReleaseId id, String kind, String version, List<SourceFile> files) {
        if (files.isEmpty()) {
            faults.add(Fault.at(
                    Position.of(id.programme() + "/releases.yaml"), "version-missing", id.number(), kind, version));
        }
    }

    private @Nullable SourceFile file(String path) {
        SourceFile file = tree.file(path);
        if (file == null) {
            faults.add(Fault.at(Position.of(path), "file-missing"));
        }
        return file;
    }
}
