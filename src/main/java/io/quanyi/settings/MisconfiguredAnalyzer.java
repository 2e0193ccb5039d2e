package io.quanyi.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is wrong with the settings when the service does not start for it, instead of a stack trace. */
final class MisconfiguredAnalyzer extends AbstractFailureAnalyzer<Misconfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Misconfigured misconfigured) {
        String faults = misconfigured.faults().stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining("\n", misconfigured.heading() + ":\n\n", "\n"));
        return new FailureAnalysis(faults, misconfigured.action(), misconfigured);
    }
}
