package io.quanyi.access;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the configuration of access when the service does not start for it: all of it. */
final class AccessFailureAnalyzer extends AbstractFailureAnalyzer<AccessMisconfigured> {

    private static final String ACTION = "Correct what is listed. docs/operating.md describes each property.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, AccessMisconfigured misconfigured) {
        String faults = misconfigured.faults().stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining(
                        "\n", "It is not settled who may use the service, so it does not start:\n\n", "\n"));
        return new FailureAnalysis(faults, ACTION, misconfigured);
    }
}
