package io.quanyi.access;

import java.util.List;

/** The service would not be as safe as it was meant to be: it does not start. */
final class AccessMisconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    AccessMisconfigured(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
