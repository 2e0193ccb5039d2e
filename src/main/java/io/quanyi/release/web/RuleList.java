package io.quanyi.release.web;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.text.Language;
import java.util.List;

/** The rules of a release, by id. */
record RuleList(ReleaseId release, List<RuleLine> rules) {

    /** One rule in the list. */
    record RuleLine(String id, String title, List<String> clauses, List<String> readings, String file, int line) {

        static RuleLine of(RuleInfo rule, Language language) {
            return new RuleLine(
                    rule.id(),
                    rule.title().in(language),
                    rule.clauses(),
                    rule.readings(),
                    rule.position().file(),
                    rule.position().line());
        }
    }
}
