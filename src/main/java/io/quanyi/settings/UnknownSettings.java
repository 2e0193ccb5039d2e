package io.quanyi.settings;

import java.util.List;

/** Settings were given that nothing reads: the service does not start, for it would not be as it was meant to be. */
final class UnknownSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    UnknownSettings(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
