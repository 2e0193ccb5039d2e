package io.quanyi.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.coverage.CaseCoverage;
import io.quanyi.coverage.ItemCoverage;
import io.quanyi.coverage.ItemKind;
import io.quanyi.coverage.MutationResult;
import io.quanyi.coverage.MutationResults;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleInfo;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.policy.mutation.MutationKind;
import io.quanyi.text.Translated;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The report of the coverage of a programme by its cases, in one language.
 *
 * @param programme the programme
 * @param cases how many cases were run
 * @param counts how many things of each kind are tried, of how many
 * @param missing what no case tries
 * @param mutations which mutations of the rules the cases detect; left out unless requested
 */
record CoverageReport(
        String programme,
        int cases,
        List<CountLine> counts,
        List<ThingLine> missing,
        @JsonInclude(Include.NON_NULL) @Nullable MutationReport mutations) {

    /** So many of a kind of so many. */
    record CountLine(String kind, String text, int covered, int of) {}

    /** Something that no case tries; of a rule, or of a number in one, with the title of the rule. */
    record ThingLine(
            String kind,
            String text,
            String id,
            @JsonInclude(Include.NON_NULL) @Nullable String ruleTitle,
            String words,
            String place) {}

    /**
     * The mutations of the rules.
     *
     * @param detected how many a case detects, of those that change an answer, without dropped conditions
     * @param conditionsDetected the same for dropped conditions
     * @param equivalent how many change no answer, so that no case can detect them
     * @param refused how many the checks of the rules refuse
     * @param survivors the mutations that no case detects
     */
    record MutationReport(
            CountLine detected,
            CountLine conditionsDetected,
            int equivalent,
            int refused,
            List<MutationLine> survivors) {}

    /** A mutation that no case detects, with a request that it answers differently, for a new case. */
    record MutationLine(
            String rule,
            String kind,
            String text,
            String what,
            String instead,
            String place,
            @Nullable DecisionRequest example) {}

    static CoverageReport of(
            ProgrammeRelease release, CaseCoverage coverage, @Nullable MutationResults mutations, Voice voice) {
        Map<String, Translated> titles =
                release.policy().rules().stream().collect(Collectors.toMap(RuleInfo::id, RuleInfo::title));
        return new CoverageReport(
                coverage.release().programme(),
                coverage.cases(),
                coverage.counts().entrySet().stream()
                        .map(entry -> new CountLine(
                                code(entry.getKey()),
                                text(voice, entry.getKey()),
                                entry.getValue().covered(),
                                entry.getValue().of()))
                        .toList(),
                coverage.missing().stream()
                        .map(thing -> thing(thing, titles.get(thing.id()), voice))
                        .toList(),
                mutations == null ? null : mutations(mutations, voice));
    }

    private static ThingLine thing(ItemCoverage thing, @Nullable Translated title, Voice voice) {
        return new ThingLine(
                code(thing.kind()),
                text(voice, thing.kind()),
                thing.id(),
                title == null ? null : title.in(voice.language()),
                thing.words(),
                thing.position().toString());
    }

    private static MutationReport mutations(MutationResults results, Voice voice) {
        return new MutationReport(
                count("mutations", voice, results.score()),
                count("conditions", voice, results.conditionScore()),
                results.equivalent().size(),
                results.refused().size(),
                results.survivors().stream()
                        .map(mutation -> mutation(mutation, voice))
                        .toList());
    }

    private static CountLine count(String kind, Voice voice, MutationResults.Score score) {
        return new CountLine(kind, voice.text("coverage." + kind), score.detected(), score.of());
    }

    private static MutationLine mutation(MutationResult mutation, Voice voice) {
        ImpactSentence example = mutation.example();
        return new MutationLine(
                mutation.rule().id(),
                code(mutation.kind()),
                voice.text(
                        "mutation." + code(mutation.kind()),
                        mutation.rule().id(),
                        changed(mutation, voice),
                        mutation.instead()),
                mutation.what(),
                mutation.instead(),
                mutation.rule().position().toString(),
                example == null ? null : example.example());
    }

    /** The piece that is changed, as the author writes it; of a rule that is left out its title, for the reader. */
    private static String changed(MutationResult mutation, Voice voice) {
        return mutation.kind() == MutationKind.RULE_DROPPED
                ? mutation.rule().title().in(voice.language())
                : mutation.what();
    }

    private static String text(Voice voice, ItemKind kind) {
        return voice.text("coverage." + code(kind));
    }

    private static String code(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
