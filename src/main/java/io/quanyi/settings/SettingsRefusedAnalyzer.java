package io.quanyi.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the faults of settings with which the service does not start, instead of a stack trace. */
final class SettingsRefusedAnalyzer extends AbstractFailureAnalyzer<SettingsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingsRefused refused) {
        String faults = refused.faults().stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining("\n", refused.heading() + ":\n\n", "\n"));
        return new FailureAnalysis(faults, refused.action(), refused);
    }
}
