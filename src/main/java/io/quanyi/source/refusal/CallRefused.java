package io.quanyi.source.refusal;

import io.quanyi.source.Fault;
import java.util.List;

/** The refusal of a call, with the status, the code and the faults with which it is answered and written to the audit log. Nothing was changed. */
public abstract class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Fault> faults;

    /**
     * A refusal.
     *
     * @param status the status of HTTP
     * @param code the code of the problem, such as {@code draft-changed}
     * @param faults the reasons; empty if the code explains everything
     */
    protected CallRefused(int status, String code, List<Fault> faults) {
        super(code + " " + faults);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** The status of HTTP with which it is answered. */
    public int status() {
        return status;
    }

    /** The code of the problem. */
    public String code() {
        return code;
    }

    /** All faults; empty if the code explains everything. */
    public List<Fault> faults() {
        return faults;
    }
}
