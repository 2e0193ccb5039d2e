package io.quanyi.source;

import io.quanyi.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/** The exception for input with faults. It contains all of them. */
public final class FaultsFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** An exception with one or more faults. */
    public FaultsFound(List<Fault> faults) {
        super(faults.stream().map(fault -> fault.describe(Language.ENGLISH)).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** The faults, sorted. */
    public List<Fault> faults() {
        return faults;
    }
}
