package io.quanyi.settings;

import java.util.List;

/** Thrown when the service must not start because of its settings; lists every fault of them. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String heading;
    private final String action;
    private final transient List<String> faults;

    /**
     * A refusal of settings.
     *
     * @param heading the kind of fault, and that the service does not start
     * @param action the remedy
     * @param faults each fault, with the name of the setting
     */
    public SettingsRefused(String heading, String action, List<String> faults) {
        super(String.join("; ", faults));
        this.heading = heading;
        this.action = action;
        this.faults = List.copyOf(faults);
    }

    String heading() {
        return heading;
    }

    String action() {
        return action;
    }

    /** Each fault. */
    List<String> faults() {
        return faults;
    }
}
