package io.quanyi.workshop.scaffold;

import io.quanyi.catalogue.Clauses;
import io.quanyi.release.RulesTree;
import io.quanyi.workshop.command.MissingArgument;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.scaffold.DraftOutline.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Creates a rule on a service, with its cases, and its clause unless the call names one; or a rule for each clause that decides and
 * that no rule cites yet.
 */
@Command(name = "rule")
final class NewRuleCommand extends ScaffoldCommand implements MissingArgument.Asking {

    @Parameters(index = "0", paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "SERVICE", descriptionKey = "service-of-rule")
    private @Nullable String service;

    @Option(names = "--policy", paramLabel = "VERSION")
    private @Nullable String policy;

    @Option(names = "--clause", paramLabel = "CLAUSE")
    private @Nullable String clause;

    @Option(names = "--all")
    private boolean all;

    private final List<String> added = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    @Override
    protected List<String> programmes() {
        return List.of(programme);
    }

    @Override
    protected void fill(RulesEdit edit) {
        if (all && clause != null) {
            throw output().wrong(output().text("new.all-or-clause"));
        }
        if (!all && service == null) {
            throw output().lacks(1, output().text("new.rule-service"));
        }
        EditableVersions versions = new EditableVersions(edit, output(), programme);
        versions.policy(policy);
        versions.throwIfRefused();
        DraftOutline draft = versions.outline();
        if (service != null) {
            requireService(draft, service);
        }
        NewRules rules = new NewRules(edit, versions, programme);
        if (service == null || all) {
            addAll(rules, draft, versions);
        } else {
            add(rules, service, edit, versions, draft);
        }
        rules.addCases();
        versions.fillCases();
    }

    private void requireService(DraftOutline draft, String id) {
        Set<String> known = draft.services().keySet();
        if (!known.contains(id)) {
            throw output().wrong(output().unknown("new.no-service", id, known, id, programme, output().list(known)));
        }
    }

    @Override
    public List<String> choices(ArgSpec argument) {
        return argument.paramLabel().equals("PROGRAMME")
                ? RulesTree.programmes(rules().tree())
                : List.copyOf(DraftOutline.newest(rules().tree(), programme)
                        .services()
                        .keySet());
    }

    @Override
    public void requireValue(ArgSpec argument, String value) {
        if (argument.paramLabel().equals("PROGRAMME")) {
            ReleaseSelector.refuseUnknown(rules().tree(), output(), value);
        } else {
            requireService(DraftOutline.newest(rules().tree(), programme), value);
        }
    }

    private void add(NewRules rules, String about, RulesEdit edit, EditableVersions versions, DraftOutline draft) {
        String id = rules.nextId(about);
        String cited = clause;
        if (cited == null) {
            cited = RuleTemplate.clauseOf(id);
            edit.extend(
                    versions.rules(Clauses.FILE),
                    "clauses",
                    RuleTemplate.clauseEntry(id, draft.language(), draft.languages(), output().language()));
        } else if (!draft.hasClause(cited)) {
            throw output().wrong(output().text("new.no-clause", cited, versions.rules(Clauses.FILE)));
        }
        rules.add(about, id, cited);
        added.add(id);
    }

    /** Adds a rule for each clause without one, about the service that the clause names, or else the one of the call. */
    private void addAll(NewRules rules, DraftOutline draft, EditableVersions versions) {
        for (Entry entry : draft.clauses().stream().filter(Entry::lacksRule).toList()) {
            List<String> named = draft.servicesOf(entry);
            String about = named.size() == 1 ? named.get(0) : service;
            if (about == null) {
                left.add(entry.reference());
            } else {
                String id = rules.nextId(about);
                rules.add(about, id, entry.reference());
                added.add(id);
            }
        }
        if (added.isEmpty()) {
            throw output().wrong(
                            left.isEmpty()
                                    ? output().text("new.all-cited", versions.rules(Clauses.FILE))
                                    : output().text("new.no-clause-placed", output().list(left)));
        }
    }

    @Override
    protected String next() {
        String next = output().text("new.next.rule", output().list(added), programme);
        return left.isEmpty() ? next : output().text("new.clauses-left", output().list(left)) + "\n" + next;
    }
}
