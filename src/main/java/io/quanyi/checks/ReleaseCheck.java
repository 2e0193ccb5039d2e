package io.quanyi.checks;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.CatalogueEntry;
import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Clauses;
import io.quanyi.catalogue.Reading;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.policy.PolicyFiles;
import io.quanyi.policy.SharedPolicy;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.work.Cancellation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks the references between the parts of a release: rules cite clauses that exist, every clause that decides is cited, every rule has a
 * case in which it fires and one in which it does not (unless it asks only for its service), and cases name rules that exist.
 */
public final class ReleaseCheck {

    private final ProgrammeRelease release;
    private final List<CaseFile> cases;
    private final Faults faults;
    private final Map<String, RuleInfo> rules = new TreeMap<>();

    private ReleaseCheck(ProgrammeRelease release, List<CaseFile> cases, Faults faults) {
        this.release = release;
        this.cases = cases;
        this.faults = faults;
        release.policy().rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    /**
     * Checks, without running the cases.
     *
     * @param policy the files of the policy
     * @return the cases read from them
     */
    public static List<CaseFile> check(ProgrammeRelease release, PolicyFiles policy, Faults faults) {
        policy.own().stream()
                .filter(file -> !isExpected(file.path()))
                .forEach(file -> faults.add(Fault.at(Position.of(file.path()), "file-unexpected")));
        int before = faults.count();
        List<CaseFile> cases = cases(release.programme().id(), policy, faults);
        boolean allRead = faults.count() == before;
        ReleaseCheck check = new ReleaseCheck(release, cases, faults);
        check.clauses();
        check.readings();
        TitleCheck.ofRules(release, faults);
        cases.forEach(file -> TitleCheck.ofCases(file.cases(), faults));
        check.parity(allRead);
        return cases;
    }

    /** The cases of a policy, its own and the shared ones; faults are added. */
    public static List<CaseFile> cases(String programme, PolicyFiles policy, Faults faults) {
        List<CaseFile> cases = new ArrayList<>();
        for (SourceFile file : policy.own()) {
            if (file.path().endsWith(CaseFile.SUFFIX)) {
                cases.add(CaseFile.read(file, programme, faults));
            }
        }
        SharedPolicy shared = policy.shared();
        for (SourceFile file : policy.sharedFiles()) {
            if (shared != null && file.path().endsWith(CaseFile.SUFFIX)) {
                cases.add(CaseFile.read(file, programme, faults).here(shared));
            }
        }
        return cases;
    }

    private static boolean isExpected(String path) {
        return path.endsWith(CaseFile.SUFFIX)
                || path.endsWith(".drl")
                || path.endsWith("/" + Clauses.FILE)
                || path.endsWith("/" + SharedPolicy.FILE);
    }

    /** Runs the cases, and adds a fault for each that fails. */
    public static void run(ProgrammeRelease release, List<CaseFile> cases, Cancellation cancellation, Faults faults) {
        CaseRun run = new CaseRun(release);
        for (CaseFile file : cases) {
            for (Case asked : file.cases()) {
                cancellation.check();
                run.faults(asked).forEach(faults::add);
            }
        }
    }

    private void clauses() {
        Set<String> cited = new HashSet<>();
        for (RuleInfo rule : rules.values()) {
            for (String reference : rule.clauses()) {
                cited.add(reference);
                Clause clause = release.clauses().clause(reference);
                if (clause == null) {
                    faults.add(unknownClause(rule, reference));
                } else if (!clause.decides()) {
                    faults.add(Fault.at(rule.position(), "clause-decides-nothing", rule.id(), reference));
                }
            }
        }
        Clauses clauses = release.clauses();
        clauses.all().stream()
                .filter(clause -> clause.decides() && !cited.contains(clause.reference()))
                .forEach(clause ->
                        faults.add(Fault.at(clauses.place(clause), "clause-without-rule", clause.reference())));
        clauses.all().forEach(clause -> clause.entries().forEach(entry -> entry(clause, entry)));
    }

    /** An entry of the catalogue that states a clause has to be there. */
    private void entry(Clause clause, CatalogueEntry entry) {
        Position place = release.clauses().place(clause, entry);
        Set<String> known = entry.isInList()
                ? Objects.requireNonNullElse(release.catalogue().ids(entry.domain()), Set.<String>of())
                : Set.of();
        if (!entry.isInList()) {
            faults.add(Fault.at(place, "clause-of-unknown-list", clause.reference(), entry.written())
                    .knowing(List.copyOf(CatalogueEntry.lists())));
        } else if (!known.contains(entry.id())) {
            faults.add(Fault.at(place, "clause-of-unknown-entry", clause.reference(), entry.written())
                    .knowing(List.copyOf(known)));
        }
    }

    private Fault unknownClause(RuleInfo rule, String reference) {
        List<String> known =
                release.clauses().all().stream().map(Clause::reference).toList();
        return Fault.at(rule.position(), "unknown-clause", reference, rule.id()).knowing(known);
    }

    /** A rule or a window, and a reading on which it rests. */
    private record RestsOn(Position position, String what, Reading reading) {

        boolean contradicts(RestsOn other) {
            return reading.contradicts(other.reading);
        }
    }

    private void readings() {
        List<RestsOn> all = new ArrayList<>();
        for (RuleInfo rule : rules.values()) {
            rule.readings().forEach(reading -> reading(rule.position(), rule.id(), reading, all));
        }
        Catalogue catalogue = release.catalogue();
        catalogue.windows().forEach((window, hours) -> {
            Position place = catalogue.places().window(window);
            hours.readings().forEach(reading -> reading(place, window, reading, all));
        });
        for (RestsOn one : all) {
            all.stream().filter(one::contradicts).findFirst().ifPresent(other -> faults.add(contradiction(one, other)));
        }
    }

    private static Fault contradiction(RestsOn one, RestsOn other) {
        return Fault.at(
                one.position(),
                "readings-contradict",
                one.what(),
                one.reading().id(),
                other.what(),
                other.reading().id());
    }

    private void reading(Position position, String what, String reading, List<RestsOn> all) {
        Reading known = release.readings().reading(reading);
        if (known == null) {
            faults.add(Fault.at(position, "unknown-reading", what, reading));
        } else {
            all.add(new RestsOn(position, what, known));
            release.catalogue().languages().stream()
                    .filter(language -> !known.text().isIn(language))
                    .forEach(language ->
                            faults.add(Fault.at(position, "reading-untranslated", what, reading, language.tag())));
        }
    }

    /**
     * Each rule has a case for firing and, unless it asks only for its service, one for silence. Not checked if some cases could not be
     * read, which may be those.
     */
    private void parity(boolean allRead) {
        Set<String> fires = named(Case::fires);
        Set<String> silent = named(Case::silent);
        Set<String> never = neverSilent();
        for (RuleInfo rule : allRead ? rules.values() : List.<RuleInfo>of()) {
            if (!fires.contains(rule.id())) {
                faults.add(Fault.at(rule.position(), "rule-without-case", rule.id()));
            }
            if (!silent.contains(rule.id()) && !never.contains(rule.id())) {
                faults.add(Fault.at(rule.position(), "rule-without-silent-case", rule.id()));
            }
        }
    }

    /** The rules that fire for every request about their services. */
    private Set<String> neverSilent() {
        return release.catalogue().services().keySet().stream()
                .flatMap(service -> release.policy().outlines(service).stream())
                .filter(RuleOutline::asksOnlyForService)
                .map(outline -> outline.rule().id())
                .collect(Collectors.toSet());
    }

    private Set<String> named(Function<Case, List<String>> list) {
        Set<String> named = new HashSet<>();
        for (CaseFile file : cases) {
            for (Case asked : file.cases()) {
                for (String rule : list.apply(asked)) {
                    named.add(rule);
                    if (!rules.containsKey(rule)) {
                        faults.add(Fault.at(asked.position(), "case-of-no-rule", asked.name(), rule));
                    }
                }
            }
        }
        return named;
    }
}
