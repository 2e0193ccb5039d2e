package io.quanyi.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the settings that nothing reads when the service does not start for them. */
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<UnknownSettings> {

    private static final String ACTION = "Correct or remove what is listed. docs/operating.md describes each property.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnknownSettings unknown) {
        String faults = unknown.faults().stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining(
                        "\n", "There are no such settings, so the service does not start:\n\n", "\n"));
        return new FailureAnalysis(faults, ACTION, unknown);
    }
}
