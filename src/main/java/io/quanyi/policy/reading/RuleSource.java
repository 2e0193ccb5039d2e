package io.quanyi.policy.reading;

import io.quanyi.decision.release.RuleInfo;
import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rule files of one programme, to be read into a policy.
 *
 * @param programme the id of the programme that owns the files, with which their packages begin
 * @param files the files; only {@code .drl} files are read
 * @param citation adapts the id and the clauses of each rule to the policy that it is read into
 */
public record RuleSource(String programme, List<SourceFile> files, UnaryOperator<RuleInfo> citation) {

    /** Keeps a copy. */
    public RuleSource {
        files = List.copyOf(files);
    }
}
