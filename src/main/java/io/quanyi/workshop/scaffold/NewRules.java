package io.quanyi.workshop.scaffold;

import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.CaseRun;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.policy.edit.RuleIds;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.workshop.scaffold.CaseEntry.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * New rules with their cases, which are added to a policy. The cases are written last: which facts they have to state, and which other
 * rules fire in them, is known once the policy has the rules.
 */
final class NewRules {

    private final RulesEdit edit;
    private final EditableVersions versions;
    private final String programme;
    private final DraftOutline draft;
    private final List<RuleTemplate> rules = new ArrayList<>();

    NewRules(RulesEdit edit, EditableVersions versions, String programme) {
        this.edit = edit;
        this.versions = versions;
        this.programme = programme;
        this.draft = versions.outline();
    }

    /** The next free id for a rule on a service. */
    String nextId(String service) {
        String file = versions.rules(service + ".drl");
        RuleIds ids = new RuleIds(edit.tree(), programme);
        return edit.has(file) ? ids.next(edit.text(file), service) : ids.first(service);
    }

    /** Adds a rule that rests on a clause to the file of its service. */
    void add(String service, String id, String clause) {
        RuleTemplate rule = RuleTemplate.ofService(draft, service, id, clause);
        String file = versions.rules(service + ".drl");
        if (edit.has(file)) {
            edit.append(file, rule.rule());
        } else {
            edit.add(file, RuleTemplate.header(programme, service) + rule.rule());
        }
        rules.add(rule);
    }

    /** Adds the cases of each new rule. */
    void addCases() {
        @Nullable ProgrammeRelease release = versions.releaseIfSound();
        for (RuleTemplate rule : rules) {
            RuleTemplate asked = rule.with(
                    rule.fires().withFacts(release),
                    rule.silent().stream()
                            .map(silent -> silent.withFacts(release))
                            .toList());
            addCases(release == null ? asked : withFires(asked, release));
        }
    }

    private void addCases(RuleTemplate rule) {
        String file = versions.rules(rule.fires().service() + CaseFile.SUFFIX);
        if (edit.has(file)) {
            rule.cases().forEach(written -> edit.extend(file, "cases", "\n" + written));
        } else {
            edit.add(file, rule.caseFile());
        }
    }

    /** The template with the rules that fire in its cases. Other new rules are left out, because their conditions are still to come. */
    private RuleTemplate withFires(RuleTemplate rule, ProgrammeRelease release) {
        byte[] text = rule.caseFile().getBytes(StandardCharsets.UTF_8);
        List<Case> cases = CaseFile.read(new SourceFile("new" + CaseFile.SUFFIX, text), programme, new Faults())
                .cases();
        List<Request> silent = IntStream.range(0, rule.silent().size())
                .mapToObj(i -> withFires(rule.silent().get(i), cases.get(i + 1), release))
                .toList();
        return rule.with(withFires(rule.fires(), cases.get(0), release), silent);
    }

    private Request withFires(Request asked, Case written, ProgrammeRelease release) {
        List<String> added = rules.stream().map(RuleTemplate::id).toList();
        return asked.withFires(new CaseRun(release)
                .fired(written).stream().filter(id -> !added.contains(id)).toList());
    }
}
