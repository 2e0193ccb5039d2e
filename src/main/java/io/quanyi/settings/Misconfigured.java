package io.quanyi.settings;

import java.util.List;

/** The service does not start, because its settings are not what they have to be: all that is wrong with them. */
public final class Misconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String heading;
    private final String action;
    private final transient List<String> faults;

    /**
     * Settings that the service must not start with.
     *
     * @param heading what is wrong, and that the service does not start for it
     * @param action what to do about it
     * @param faults each fault, with the name of the setting
     */
    public Misconfigured(String heading, String action, List<String> faults) {
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
    public List<String> faults() {
        return faults;
    }
}
