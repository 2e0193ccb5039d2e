package io.quanyi.release.live;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.Language;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports every fault of the rules when the service cannot start, without a stack trace. */
final class RulesFailureAnalyzer extends AbstractFailureAnalyzer<FaultsFound> {

    private static final String ACTION =
            "Correct what is listed. \"quanyi check --rules FOLDER\" finds the same without starting the service."
                    + " Without the property quanyi.rules the service serves the rules that were packed into it.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, FaultsFound found) {
        String faults = found.faults().stream()
                .map(RulesFailureAnalyzer::line)
                .collect(Collectors.joining("\n", "The rules do not hold, so nothing is served:\n\n", "\n"));
        return new FailureAnalysis(faults, ACTION, found);
    }

    private static String line(Fault fault) {
        return "  " + fault.describe(Language.ENGLISH);
    }
}
