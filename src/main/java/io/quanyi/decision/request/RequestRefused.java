package io.quanyi.decision.request;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/** A request cannot be decided; says everything that is wrong with it at the first stage where anything is. */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where a request can fail, in the order in which it is checked. */
    public enum Stage {
        /** Not what the contract of the interface describes. */
        MALFORMED("malformed"),
        /** Ids that nobody knows. Its problem bears the code of the first fault. */
        UNKNOWN_IDS("unknown-ids"),
        /** No release to decide by. */
        NO_RELEASE("no-release-in-force"),
        /** Facts that cannot be true together. */
        CONTRADICTORY("contradictory-facts"),
        /** Facts that the decision depends on and that are not there. */
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
        this.stage = stage;
        this.faults = faults.stream().sorted().distinct().toList();
    }

    /** All faults in words; written when asked for, as most refusals are answered fault by fault or only tried. */
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
