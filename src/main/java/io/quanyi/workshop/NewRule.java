package io.quanyi.workshop;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import io.quanyi.decision.ProgrammeRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a rule about a service: the rule and its two cases, and the clause unless it is named. */
@Command(name = "rule")
final class NewRule extends ScaffoldCommand {

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1", paramLabel = "SERVICE", descriptionKey = "service")
    private String service = "";

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--clause", paramLabel = "CLAUSE")
    private @Nullable String clause;

    private String id = "";

    @Override
    String programme() {
        return programme;
    }

    @Override
    void draw(Sketch sketch) {
        Workbench bench = new Workbench(sketch, voice(), programme);
        bench.policy(policy);
        bench.refuseIfAny();
        ProgrammeRelease release = bench.release();
        if (!release.catalogue().services().containsKey(service)) {
            String known = voice().list(release.catalogue().services().keySet());
            throw voice().wrong(voice().text("new.no-service", service, programme, known));
        }
        String file = bench.rules(service + ".drl");
        RuleIds ids = new RuleIds(sketch.tree(), programme);
        id = sketch.has(file) ? ids.next(sketch.text(file), service) : ids.first(service);
        RuleDraft rule = RuleDraft.ofService(release, service, id, clause(sketch, bench, release));
        add(sketch, file, rule);
        addCases(sketch, bench.rules(service + CaseFile.SUFFIX), rule);
    }

    private String clause(Sketch sketch, Workbench bench, ProgrammeRelease release) {
        if (clause == null) {
            sketch.extend(bench.rules(Clauses.FILE), "clauses", RuleDraft.clauseEntry(id, voice().language()));
            return RuleDraft.clauseOf(id);
        }
        if (release.clauses().clause(clause) == null) {
            throw voice().wrong(voice().text("new.no-clause", clause, bench.rules(Clauses.FILE)));
        }
        return clause;
    }

    private void add(Sketch sketch, String file, RuleDraft rule) {
        if (sketch.has(file)) {
            sketch.append(file, rule.rule());
        } else {
            sketch.add(file, RuleDraft.header(programme, service) + rule.rule());
        }
    }

    private static void addCases(Sketch sketch, String file, RuleDraft rule) {
        if (sketch.has(file)) {
            sketch.extend(file, "cases", "\n" + rule.firing());
            sketch.extend(file, "cases", "\n" + rule.silence());
        } else {
            sketch.add(file, RuleDraft.caseFile(rule));
        }
    }

    @Override
    String next() {
        return voice().text("new.next.rule", id, programme);
    }
}
