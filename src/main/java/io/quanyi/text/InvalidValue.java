package io.quanyi.text;

import java.util.Arrays;
import java.util.List;

/**
 * Thrown for a value that its type does not allow, such as a session that ends before it begins. The reason has a text in both languages;
 * the message is the English one.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    /**
     * Creates the exception.
     *
     * @param code the reason, which has a text {@code fault.<code>}
     * @param arguments the arguments of the text
     */
    public InvalidValue(String code, Object... arguments) {
        this(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    private InvalidValue(String code, List<String> arguments) {
        super(Texts.of(Language.ENGLISH, "fault." + code, arguments));
        this.code = code;
        this.arguments = arguments;
    }

    /** The code of the reason. */
    public String code() {
        return code;
    }

    /** The arguments of the text. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
