package io.quanyi.release;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueReader;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Programme;
import io.quanyi.catalogue.Readings;
import io.quanyi.catalogue.calendar.CalendarReader;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads releases from a tree of rules and collects their faults. */
final class ReleaseReader {

    private static final String READINGS = "readings.yaml";

    private static final String PROGRAMME = "programme.yaml";

    /**
     * The parts that all releases of a programme share.
     *
     * @param readings the readings of all programmes
     * @param digest the SHA-256 of the files of both
     */
    record Base(Programme programme, Readings readings, String digest) {}

    private final SourceTree tree;
    private final Faults faults;
    private final @Nullable Readings readings;

    ReleaseReader(SourceTree tree, Faults faults) {
        this.tree = tree;
        this.faults = faults;
        SourceFile file = file(READINGS);
        this.readings = file == null ? null : Readings.read(file, faults);
    }

    /** Reads the shared parts of a programme; null with the faults added if there is any fault. */
    @Nullable Base base(String folder) {
        SourceFile programmeFile = file(folder + "/" + PROGRAMME);
        Tree document = programmeFile == null ? null : YamlReader.read(programmeFile, faults);
        Programme programme = document == null ? null : new RecordBinder(faults).bind(document, Programme.class);
        if (programmeFile == null || programme == null || readings == null) {
            return null;
        }
        if (!programme.id().equals(folder)) {
            faults.add(Fault.at(Position.of(folder + "/" + PROGRAMME), "programme-folder", programme.id(), folder));
        }
        List<SourceFile> shared = Stream.concat(Stream.of(programmeFile), tree.under(READINGS).stream())
                .toList();
        return new Base(programme, readings, SourceTree.digest(shared));
    }

    ReleaseFiles files(ReleaseId id) {
        return ReleaseFiles.of(tree, id.programme(), id.policy(), id.catalogue(), id.calendars(), faults);
    }

    /** Reads a release; null with the faults added if there is any fault. */
    @Nullable ProgrammeRelease release(Base base, ReleaseId id) {
        int before = faults.count();
        ReleaseFiles files = files(id);
        int found = faults.count();
        refuseMissing(id, "policy", id.policy(), files.policy().own());
        refuseMissing(id, "catalogue", id.catalogue(), files.catalogue());
        refuseMissing(id, "calendars", id.calendars(), files.calendars());
        if (faults.count() != found) {
            return null;
        }
        SourceFile catalogueFile = files.catalogue().get(0);
        Set<Language> languages = CatalogueReader.languages(catalogueFile);
        checkLanguages(base, languages, catalogueFile);
        Clauses clauses = clauses(base, id, languages);
        Catalogue catalogue = CatalogueReader.read(catalogueFile, id.catalogue(), faults);
        Map<String, HolidayCalendar> calendars = CalendarReader.read(
                files.calendars(),
                calendar -> catalogue != null && isUsed(catalogue, calendar) ? languages : Set.of(),
                faults);
        if (catalogue == null) {
            return null;
        }
        Map<String, WindowHours> hours = hours(catalogue, calendars, id);
        CompiledPolicy policy = CompiledPolicy.compile(id.programme(), id.policy(), files.policy(), catalogue, faults);
        return policy == null || clauses == null || faults.count() != before
                ? null
                : new ProgrammeRelease(
                        id, base.programme(), catalogue, policy, policy, hours, calendars, clauses, base.readings());
    }

    /** Refuses a programme without the language of its document, and one that is not named in each of its languages. */
    private void checkLanguages(Base base, Set<Language> languages, SourceFile catalogue) {
        Language document = base.programme().source().documentLanguage();
        if (!languages.contains(document)) {
            faults.add(Fault.at(Position.of(catalogue.path()), "languages-without-document", document.tag()));
        }
        SourceFile programme = file(base.programme().id() + "/" + PROGRAMME);
        Tree tree = programme == null ? null : YamlReader.read(programme, faults);
        if (tree != null) {
            new RecordBinder(faults, languages).bind(tree, Programme.class);
        }
    }

    private @Nullable Clauses clauses(Base base, ReleaseId id, Set<Language> languages) {
        SourceFile file = file(id.programme() + "/policy/" + id.policy() + "/" + Clauses.FILE);
        boolean glossed = languages.contains(Language.ENGLISH)
                && base.programme().source().documentLanguage() != Language.ENGLISH;
        return file == null ? null : Clauses.read(file, languages, glossed, faults);
    }

    private static boolean isUsed(Catalogue catalogue, String calendar) {
        return catalogue.windows().values().stream()
                .anyMatch(window -> calendar.equals(window.calendar()) || calendar.equals(window.announcements()));
    }

    private Map<String, WindowHours> hours(Catalogue catalogue, Map<String, HolidayCalendar> calendars, ReleaseId id) {
        Map<String, WindowHours> all = new TreeMap<>();
        catalogue.windows().forEach((window, entry) -> {
            String calendar = entry.calendar();
            if (calendar != null && !calendars.containsKey(calendar)) {
                faults.add(Fault.at(
                        catalogue.places().window(window), "unknown-calendar", window, calendar, id.calendars()));
            } else if (entry.window() != null) {
                all.put(window, HolidaySchedules.laidOver(entry.window(), entry, calendars));
            }
        });
        return all;
    }

    private void refuseMissing(ReleaseId id, String kind, String version, List<SourceFile> files) {
        if (files.isEmpty()) {
            faults.add(Fault.at(
                    Position.of(id.programme() + "/" + Ledger.FILE),
                    "version-missing",
                    id.number(),
                    Fault.text("part." + kind),
                    version));
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
