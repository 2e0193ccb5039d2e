package io.quanyi.coverage;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleOutline;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What the rules of a release look at, each rule once though it may belong to many services. */
final class Outlined {

    private Outlined() {}

    /** All rules, by id. */
    static Collection<RuleOutline> rules(ProgrammeRelease release) {
        Map<String, RuleOutline> rules = new TreeMap<>();
        for (String service : release.catalogue().services().keySet()) {
            release.policy()
                    .outlines(service)
                    .forEach(rule -> rules.put(rule.rule().id(), rule));
        }
        return rules.values();
    }
}
