package io.quanyi.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.coverage.Coverage;
import io.quanyi.coverage.Kind;
import io.quanyi.coverage.Mutation;
import io.quanyi.coverage.Mutations;
import io.quanyi.coverage.Touched;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleInfo;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.policy.Variant;
import io.quanyi.text.Translated;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What cases try, and which slips they would notice, in words.
 *
 * @param programme the programme
 * @param cases how many cases were run
 * @param counts how many things of each kind are tried, of how many
 * @param missing what no case tries
 * @param slips which slips the cases would notice; left out where nobody asked
 */
record CoverageReport(
        String programme,
        int cases,
        List<CountLine> counts,
        List<ThingLine> missing,
        @JsonInclude(Include.NON_NULL) @Nullable SlipReport slips) {

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
     * The slips.
     *
     * @param noticed how many are noticed, of how many that somebody could notice
     * @param conditionsNoticed the same of forgotten conditions
     * @param equivalent how many nobody can notice, because every answer is the same
     * @param refused how many the checks refuse
     * @param survivors what no case notices
     */
    record SlipReport(
            CountLine noticed, CountLine conditionsNoticed, int equivalent, int refused, List<SlipLine> survivors) {}

    /** A slip that no case notices; the example is a question that it answers otherwise, for a case. */
    record SlipLine(
            String rule,
            String kind,
            String text,
            String what,
            String instead,
            String place,
            @Nullable DecisionRequest example) {}

    static CoverageReport of(ProgrammeRelease release, Coverage coverage, @Nullable Mutations mutations, Voice voice) {
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
                mutations == null ? null : slips(mutations, voice));
    }

    private static ThingLine thing(Touched thing, @Nullable Translated title, Voice voice) {
        return new ThingLine(
                code(thing.kind()),
                text(voice, thing.kind()),
                thing.id(),
                title == null ? null : title.in(voice.language()),
                thing.words(),
                thing.position().toString());
    }

    private static SlipReport slips(Mutations mutations, Voice voice) {
        return new SlipReport(
                count("slips", voice, mutations.score()),
                count("conditions", voice, mutations.conditionScore()),
                mutations.equivalent().size(),
                mutations.refused().size(),
                mutations.survivors().stream().map(slip -> slip(slip, voice)).toList());
    }

    private static CountLine count(String kind, Voice voice, Mutations.Score score) {
        return new CountLine(kind, voice.text("coverage." + kind), score.noticed(), score.of());
    }

    private static SlipLine slip(Mutation slip, Voice voice) {
        ImpactSentence example = slip.example();
        return new SlipLine(
                slip.rule().id(),
                code(slip.kind()),
                voice.text("slip." + code(slip.kind()), slip.rule().id(), changed(slip, voice), slip.instead()),
                slip.what(),
                slip.instead(),
                slip.rule().position().toString(),
                example == null ? null : example.example());
    }

    /** The piece that is changed, as the author writes it; of a rule that is left out its title, for the reader. */
    private static String changed(Mutation slip, Voice voice) {
        return slip.kind() == Variant.Kind.RULE_DROPPED ? slip.rule().title().in(voice.language()) : slip.what();
    }

    private static String text(Voice voice, Kind kind) {
        return voice.text("coverage." + code(kind));
    }

    private static String code(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
