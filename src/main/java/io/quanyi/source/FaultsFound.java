package io.quanyi.source;

import io.quanyi.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody wrote cannot be used; says everything that is wrong with it. */
public final class FaultsFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** At least one fault. */
    public FaultsFound(List<Fault> faults) {
        super(faults.stream().map(fault -> fault.describe(Language.ENGLISH)).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All of them, sorted. */
    public List<Fault> faults() {
        return faults;
    }
}
