package io.quanyi.console.history;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import java.util.ArrayList;
import java.util.List;

/** A programme whose second release, known a month before it holds, changes a rule and renames a plan. */
final class TwoReleases {

    private TwoReleases() {}

    static TinyRules tree() {
        TinyRules both = TinyRules.sealed()
                .copy("tiny/policy/1/clauses.yaml", "tiny/policy/2/clauses.yaml")
                .copy("tiny/policy/1/plans.drl", "tiny/policy/2/plans.drl")
                .copy("tiny/policy/1/help.drl", "tiny/policy/2/help.drl")
                .copy("tiny/policy/1/help.cases.yaml", "tiny/policy/2/help.cases.yaml")
                .change("tiny/policy/2/clauses.yaml", "1 个工作日内答复", "2 个工作日内答复")
                .change("tiny/policy/2/help.drl", "1 working day", "2 working days")
                .change("tiny/policy/2/help.drl", "1 个工作日内答复", "2 个工作日内答复")
                .change("tiny/policy/2/help.drl", "workingDays(1)", "workingDays(2)")
                .change("tiny/policy/2/help.cases.yaml", "2026-11-23T16:00", "2026-11-24T16:00")
                .copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2026-06-01.yaml")
                .change("tiny/catalogue/2026-06-01.yaml", "en: Low }", "en: Lower <b> }");
        return both.with(
                "tiny/releases.yaml",
                "releases:\n" + TinyRules.sealed().entry(1, "publishedAt: 2026-01-01T00:00:00Z")
                        + """
                  - number: 2
                    policy: 2
                    catalogue: 2026-06-01
                    calendars: 2026-01-01
                    effectiveFrom: 2026-06-01T00:00:00+08:00
                    publishedAt: 2026-05-01T00:00:00Z
                    publishedBy: somebody
                    digest: %s
                """.formatted(digest(both.tree())));
    }

    private static String digest(SourceTree tree) {
        List<SourceFile> files = new ArrayList<>(tree.under("tiny/policy/2/"));
        files.addAll(tree.under("tiny/catalogue/2026-06-01.yaml"));
        files.addAll(tree.under("calendars/2026-01-01/"));
        return SourceTree.digest(files);
    }
}
