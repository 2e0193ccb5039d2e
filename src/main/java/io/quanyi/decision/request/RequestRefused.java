package io.quanyi.decision.request;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/** The refusal of a request that cannot be decided, with all faults of the first stage at which it fails. */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The stages of checking a request, in their order. */
    public enum Stage {
        /** The request does not have the form that the interface describes. */
        MALFORMED("malformed"),
        /** The request has unknown ids. The code of the refusal is that of the first fault. */
        UNKNOWN_IDS("unknown-ids"),
        /** The request has no release that decides it. */
        NO_RELEASE("no-release-in-force"),
        /** The request contradicts itself. */
        CONTRADICTORY("contradictory-facts"),
        /** Facts are absent on which the decision depends. */
        MISSING("missing-fact");

        private final String code;

        Stage(String code) {
            this.code = code;
        }
    }

    private final Stage stage;
    private final transient List<Fault> faults;

    /** At least one fault; shown sorted by pointer. */
    public RequestRefused(Stage stage, List<Fault> faults) {
        super(null, null, false, false);
        this.stage = stage;
        this.faults = faults.stream().sorted().distinct().toList();
    }

    /** All faults in words; not written before it is read, because most refusals are answered fault by fault or only tried. */
    @Override
    public String getMessage() {
        return stage.code + ": "
                + faults.stream().map(fault -> fault.describe(Language.ENGLISH)).collect(Collectors.joining("; "));
    }

    /** The stage that failed. */
    public Stage stage() {
        return stage;
    }

    /** The code of the problem. */
    public String code() {
        return stage == Stage.UNKNOWN_IDS ? faults.get(0).code() : stage.code;
    }

    /** All faults of the stage. */
    public List<Fault> faults() {
        return faults;
    }
}
