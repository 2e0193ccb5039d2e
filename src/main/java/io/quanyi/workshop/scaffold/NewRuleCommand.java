package io.quanyi.workshop.scaffold;

import io.quanyi.catalogue.Clauses;
import io.quanyi.checks.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a rule on a service, with its two cases, and its clause unless the call names one. */
@Command(name = "rule")
final class NewRuleCommand extends ScaffoldCommand {

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
    protected List<String> programmes() {
        return List.of(programme);
    }

    @Override
    protected void fill(RulesEdit edit) {
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        versions.policy(policy);
        versions.throwIfRefused();
        DraftOutline draft = versions.outline();
        if (!draft.services().containsKey(service)) {
            String known = output().list(draft.services().keySet());
            throw output().wrong(output().text("new.no-service", service, programme, known));
        }
        String file = versions.rules(service + ".drl");
        RuleIds ids = new RuleIds(edit.tree(), programme);
        id = edit.has(file) ? ids.next(edit.text(file), service) : ids.first(service);
        RuleTemplate rule = RuleTemplate.ofService(draft, service, id, clause(edit, versions, draft));
        add(edit, file, rule);
        addCases(edit, versions.rules(service + CaseFile.SUFFIX), rule);
    }

    private String clause(RulesEdit edit, EditableVersions versions, DraftOutline draft) {
        if (clause == null) {
            edit.extend(versions.rules(Clauses.FILE), "clauses", RuleTemplate.clauseEntry(id, output().language()));
            return RuleTemplate.clauseOf(id);
        }
        if (!draft.hasClause(clause)) {
            throw output().wrong(output().text("new.no-clause", clause, versions.rules(Clauses.FILE)));
        }
        return clause;
    }

    private void add(RulesEdit edit, String file, RuleTemplate rule) {
        if (edit.has(file)) {
            edit.append(file, rule.rule());
        } else {
            edit.add(file, RuleTemplate.header(programme, service) + rule.rule());
        }
    }

    private static void addCases(RulesEdit edit, String file, RuleTemplate rule) {
        if (edit.has(file)) {
            edit.extend(file, "cases", "\n" + rule.firing());
            edit.extend(file, "cases", "\n" + rule.silence());
        } else {
            edit.add(file, RuleTemplate.caseFile(rule));
        }
    }

    @Override
    protected String next() {
        return output().text("new.next.rule", id, programme);
    }
}
