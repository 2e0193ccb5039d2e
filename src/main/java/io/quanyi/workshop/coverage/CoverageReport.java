package io.quanyi.workshop.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.coverage.CaseCoverage;
import io.quanyi.coverage.ItemCoverage;
import io.quanyi.coverage.ItemNames;
import io.quanyi.coverage.MutationResult;
import io.quanyi.coverage.MutationResults;
import io.quanyi.coverage.MutationWords;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.workshop.command.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of the coverage of a programme by its cases, in one language.
 *
 * @param programme the programme, by id
 * @param name the name of the programme
 * @param cases the number of cases
 * @param counts the number of covered items of each kind
 * @param missing the items that no case covers
 * @param mutations the mutations of the rules; left out unless requested
 */
record CoverageReport(
        String programme,
        String name,
        int cases,
        List<CountLine> counts,
        List<MissingLine> missing,
        @JsonInclude(Include.NON_NULL) @Nullable MutationReport mutations) {

    /** The number of covered items of a kind, of all items of the kind. */
    record CountLine(String kind, String text, int covered, int of) {}

    /** An item that no case covers; {@code name} is the title of its rule or the name of its entry in the catalogue, if it has one. */
    record MissingLine(
            String kind,
            String text,
            String id,
            @JsonInclude(Include.NON_NULL) @Nullable String name,
            String words,
            String place) {}

    /**
     * The mutations of the rules.
     *
     * @param detected the number of detected mutations, of those that change an answer, without dropped conditions
     * @param conditionsDetected the same for dropped conditions
     * @param equivalent the number of mutations that change no answer, so that no case can detect them
     * @param refused the number of mutations that the checks of the rules refuse
     * @param survivors the mutations that no case detects
     */
    record MutationReport(
            CountLine detected,
            CountLine conditionsDetected,
            int equivalent,
            int refused,
            List<MutationLine> survivors) {}

    /** A mutation that no case detects, with a request that it answers differently; the request can become a case. */
    record MutationLine(
            String rule,
            String kind,
            String text,
            String what,
            String instead,
            String place,
            @Nullable DecisionRequest example) {}

    static CoverageReport of(
            ProgrammeRelease release, CaseCoverage coverage, @Nullable MutationResults mutations, Output output) {
        ItemNames names = new ItemNames(release, output.language());
        return new CoverageReport(
                coverage.release().programme(),
                release.programme().names().in(output.language()),
                coverage.cases(),
                coverage.counts().entrySet().stream()
                        .map(entry -> new CountLine(
                                entry.getKey().code(),
                                names.of(entry.getKey()),
                                entry.getValue().covered(),
                                entry.getValue().of()))
                        .toList(),
                coverage.missing().stream().map(item -> missing(item, names)).toList(),
                mutations == null ? null : mutations(mutations, output));
    }

    private static MissingLine missing(ItemCoverage item, ItemNames names) {
        return new MissingLine(
                item.kind().code(),
                names.of(item.kind()),
                item.id(),
                names.of(item),
                item.words(),
                item.position().toString());
    }

    private static MutationReport mutations(MutationResults results, Output output) {
        return new MutationReport(
                count("mutations", output, results.score()),
                count("conditions", output, results.conditionScore()),
                results.equivalent().size(),
                results.refused().size(),
                results.survivors().stream()
                        .map(mutation -> mutation(mutation, output))
                        .toList());
    }

    private static CountLine count(String kind, Output output, MutationResults.Score score) {
        return new CountLine(kind, output.text("coverage." + kind), score.detected(), score.of());
    }

    private static MutationLine mutation(MutationResult mutation, Output output) {
        ImpactSentence example = mutation.example();
        return new MutationLine(
                mutation.rule().id(),
                MutationWords.code(mutation.kind()),
                MutationWords.of(mutation, output.language()),
                mutation.what(),
                mutation.instead(),
                mutation.rule().position().toString(),
                example == null ? null : example.example());
    }
}
