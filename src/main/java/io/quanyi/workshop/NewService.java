package io.quanyi.workshop;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.release.publish.PartKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a service: its entry in the catalogue, a clause, a rule and two cases. */
@Command(name = "service")
final class NewService extends ScaffoldCommand {

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1", paramLabel = "ID", descriptionKey = "id")
    private String service = "";

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--catalogue", paramLabel = "VERSION")
    private @Nullable String catalogue;

    @Override
    String programme() {
        return programme;
    }

    @Override
    void draw(Sketch sketch) {
        refuseOtherThanName(service);
        Workbench bench = new Workbench(sketch, voice(), programme);
        bench.policy(policy);
        String sold = bench.catalogue(catalogue);
        bench.refuseIfAny();
        ProgrammeRelease release = bench.release();
        if (release.catalogue().services().containsKey(service)) {
            throw voice().wrong(voice().text("new.service-there", service, programme));
        }
        String id = new RuleIds(sketch.tree(), programme).first(service);
        RuleDraft rule = RuleDraft.ofService(release, service, id, RuleDraft.clauseOf(id));
        sketch.extend(PartKind.CATALOGUE.folder(programme, sold), "services", entry());
        sketch.extend(bench.rules(Clauses.FILE), "clauses", RuleDraft.clauseEntry(id, voice().language()));
        sketch.add(bench.rules(service + ".drl"), RuleDraft.header(programme, service) + rule.rule());
        sketch.add(bench.rules(service + CaseFile.SUFFIX), RuleDraft.caseFile(rule));
    }

    private String entry() {
        return """
                - id: %s
                  kind: plan
                  names: { zh-CN: TODO 服务名称, en: TODO name of the service }
                """.formatted(service);
    }

    @Override
    String next() {
        return voice().text("new.next.service", service, programme);
    }
}
