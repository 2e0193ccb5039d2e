package io.quanyi.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A tiny programme with its own rules and cases, for tests.
 *
 * @param release the programme
 * @param cases its cases, and those given
 */
record TinyProgramme(ProgrammeRelease release, List<CaseFile> cases) {

    static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    private static final String FOLDER = "tiny/policy/1/";

    /** The programme as it is. */
    static TinyProgramme asItIs() {
        return of(TinyRules.draft().tree());
    }

    /** The programme with other rules and cases for one service. */
    static TinyProgramme with(String rules, String cases) {
        return of(TinyRules.draft()
                .with(FOLDER + "help.drl", """
                    package tiny.help

                    import io.quanyi.facts.*
                    import static io.quanyi.servicetime.Target.*

                    """ + rules)
                .with(FOLDER + "help.cases.yaml", cases.isEmpty() ? "cases: []" : "cases:\n" + cases)
                .tree());
    }

    static String rule(String id, String when, String then) {
        return """
            rule "The norm of %s"
                @id(%s) @clause("一 帮助")
            when
                Question(service == "help") %s
            then
                insert(%s);
            end

            """.formatted(id, id, when, then);
    }

    /** A case on 2026-11-20, at 16:00. */
    static String asked(String name, String subscription, String question, String rest) {
        return """
              - name: %s
                subscription: { plan: low%s }
                question: { service: help, at: 2026-11-20T16:00:00+08:00%s }
                %s
            """.formatted(name, subscription, question, rest);
    }

    CaseCoverage coverage() {
        return CaseCoverage.of(release, cases);
    }

    MutationResults mutations() {
        return MutationResults.of(release, cases, AT, (done, of) -> {});
    }

    /** The items that are or are not covered, each as kind, id and words. */
    List<String> items(boolean covered, ItemKind... kinds) {
        return coverage().items().stream()
                .filter(item -> item.isCovered() == covered && List.of(kinds).contains(item.kind()))
                .map(item -> (item.kind() + " " + item.id() + " " + item.words()).strip())
                .toList();
    }

    private static TinyProgramme of(SourceTree tree) {
        ReleaseId id = RulesTree.id(tree, "tiny", 1, "1", "2026-01-01", "2026-01-01");
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        List<CaseFile> cases = new ArrayList<>(ReleaseCheck.cases("tiny", RulesTree.policyFiles(tree, id), faults));
        faults.throwIfAny();
        return new TinyProgramme(Objects.requireNonNull(release), cases);
    }
}
