package io.quanyi.coverage;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleOutline;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Collects the outlines of all rules of a release, each rule once even if it belongs to several services. */
final class ReleaseOutlines {

    private ReleaseOutlines() {}

    /** The outlines of all rules, sorted by id. */
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
