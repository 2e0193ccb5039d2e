package io.quanyi.workshop.scaffold;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.release.RulesTree;
import io.quanyi.release.publish.PartKind;
import io.quanyi.workshop.command.MissingArgument;
import io.quanyi.workshop.command.ReleaseSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a service: its entry in the catalogue, a clause, a rule and its cases. */
@Command(name = "service")
final class NewServiceCommand extends ScaffoldCommand implements MissingArgument.Asking {

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1", paramLabel = "ID", descriptionKey = "id")
    private String service = "";

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--catalogue", paramLabel = "VERSION")
    private @Nullable String catalogue;

    @Override
    protected List<String> programmes() {
        return List.of(programme);
    }

    @Override
    protected void fill(RulesEdit edit) {
        requireName(service);
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        versions.policy(policy);
        String sold = versions.catalogue(catalogue);
        versions.throwIfRefused();
        DraftOutline draft = versions.outline();
        requireFree(draft, service);
        for (String name : List.of(service + ".drl", service + CaseFile.SUFFIX)) {
            edit.requireFree(versions.rules(name));
        }
        String id = new RuleIds(edit.tree(), programme).first(service);
        edit.extend(PartKind.CATALOGUE.folder(programme, sold), "services", entry(draft));
        edit.extend(
                versions.rules(Clauses.FILE),
                "clauses",
                RuleTemplate.clauseEntry(id, draft.language(), draft.languages(), output().language()));
        NewRules rules = new NewRules(edit, versions, programme);
        rules.add(service, id, RuleTemplate.clauseOf(id));
        rules.addCases();
    }

    private void requireFree(DraftOutline draft, String id) {
        if (draft.services().containsKey(id)) {
            throw output().wrong(output().text("new.service-there", id, programme));
        }
    }

    @Override
    public List<String> choices(ArgSpec argument) {
        return argument.paramLabel().equals("PROGRAMME") ? RulesTree.programmes(rules().tree()) : List.of();
    }

    @Override
    public void requireValue(ArgSpec argument, String value) {
        if (argument.paramLabel().equals("PROGRAMME")) {
            ReleaseSelector.refuseUnknown(rules().tree(), output(), value);
        } else {
            requireName(value);
            requireFree(DraftOutline.newest(rules().tree(), programme), value);
        }
    }

    private String entry(DraftOutline draft) {
        return """
                - id: %s
                  kind: plan
                  names: %s
                """.formatted(service, RuleTemplate.names("service", draft.languages()));
    }

    @Override
    protected String next() {
        return output().text("new.next.service", service, programme);
    }
}
