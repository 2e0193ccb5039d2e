package io.quanyi.servicetime;

import java.util.Arrays;
import java.util.List;

/** Thrown for a window, a calendar or a target that is invalid, such as a session that ends before it begins. */
public final class InvalidTime extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    InvalidTime(String code, Object... arguments) {
        this(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    private InvalidTime(String code, List<String> arguments) {
        super(code + " " + arguments);
        this.code = code;
        this.arguments = arguments;
    }

    /** The reason, as the code of a fault. */
    public String code() {
        return code;
    }

    /** The arguments of the text of the fault. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
