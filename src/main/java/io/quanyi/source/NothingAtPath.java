package io.quanyi.source;

import java.util.List;

/** Thrown when an item that a path names does not exist; the answer lists those that do. */
public final class NothingAtPath extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /**
     * Names the item.
     *
     * @param code the code of the fault, such as {@code unknown-service}
     * @param item the item that the path names
     * @param known the items that exist
     */
    public NothingAtPath(String code, String item, List<String> known) {
        super(code);
        this.fault = Fault.at("", code, item).knowing(known);
    }

    /** The fault, with the items that exist. */
    public Fault fault() {
        return fault;
    }
}
