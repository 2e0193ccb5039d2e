package io.quanyi.release.draft.job;

import io.quanyi.coverage.missing.ProposedCase;
import io.quanyi.release.impact.ImpactReports;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a job. */
public sealed interface JobResult {

    /**
     * The result of a run of the cases.
     *
     * @param cases how many cases were run
     * @param failed how many of them fail
     * @param failures their differences, by the names of the draft's files
     * @param changed the cases of an unchanged policy that the draft answers differently, which is no failure
     * @param differences the differences of each case that fails, one by one
     */
    record Tested(int cases, int failed, List<Fault> failures, List<Fault> changed, List<List<Fault>> differences)
            implements JobResult {

        /** Keeps copies. */
        public Tested {
            failures = List.copyOf(failures);
            changed = List.copyOf(changed);
            differences = List.copyOf(differences);
        }
    }

    /**
     * The result of a trial of mutations.
     *
     * @param mutations how many mutations change an answer, or may
     * @param undetected how many of them no case detects
     * @param survivors the latter, those that one case would detect together
     */
    record Mutated(int mutations, int undetected, List<Survivors> survivors) implements JobResult {

        /** Keeps a copy. */
        public Mutated {
            survivors = List.copyOf(survivors);
        }
    }

    /**
     * Mutations that no case detects.
     *
     * @param place the place of the first rule, by the name of the draft's file
     * @param words each mutation in words, in each language
     * @param proposed a case that would detect them; null if none is known
     */
    record Survivors(
            Position place,
            Map<Language, List<String>> words,
            @Nullable ProposedCase proposed) {

        /** Keeps a copy. */
        public Survivors {
            words = Map.copyOf(words);
        }
    }

    /**
     * The result of a comparison of the draft with its base.
     *
     * @param reports its report in each language
     */
    record Compared(ImpactReports reports) implements JobResult {}
}
