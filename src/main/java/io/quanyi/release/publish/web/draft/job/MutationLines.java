package io.quanyi.release.publish.web.draft.job;

import io.quanyi.checks.CaseFileEdit;
import io.quanyi.coverage.missing.ProposedCase;
import io.quanyi.release.draft.job.JobResult.Mutated;
import io.quanyi.release.draft.job.JobResult.Survivors;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a trial of mutations.
 *
 * @param mutations how many mutations change an answer, or may
 * @param undetected how many of them no case detects
 * @param survivors the latter
 */
record MutationLines(int mutations, int undetected, List<SurvivorLine> survivors) {

    /**
     * Mutations that no case detects.
     *
     * @param file the file of the first rule
     * @param line the line of that rule
     * @param words each mutation in words
     * @param proposed a case that would detect them all; null if none is known
     */
    record SurvivorLine(
            String file,
            int line,
            List<String> words,
            @Nullable ProposedLine proposed) {

        static SurvivorLine of(Survivors survivor, Language language) {
            return new SurvivorLine(
                    survivor.place().file(),
                    survivor.place().line(),
                    Objects.requireNonNull(survivor.words().get(language)),
                    ProposedLine.of(survivor.proposed()));
        }
    }

    /**
     * A case that is missing, with the answer as the draft gives it.
     *
     * @param file the file of cases that it belongs to
     * @param text the entry of that file, in YAML
     */
    record ProposedLine(String file, String text) {

        static @Nullable ProposedLine of(@Nullable ProposedCase proposed) {
            return proposed == null ? null : new ProposedLine(proposed.file(), CaseFileEdit.text(proposed.entry()));
        }
    }

    static MutationLines of(Mutated mutated, Language language) {
        return new MutationLines(
                mutated.mutations(),
                mutated.undetected(),
                mutated.survivors().stream()
                        .map(survivor -> SurvivorLine.of(survivor, language))
                        .toList());
    }
}
