package io.quanyi.decision.answer;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of the members of a request, for texts about a request. */
public final class MemberName {

    private MemberName() {}

    /** The code of the name of the member at a pointer; null if the member has no name. */
    public static @Nullable String textCode(String pointer) {
        String last = Arrays.stream(pointer.split("/", -1))
                .filter(segment -> !segment.matches("\\d*"))
                .reduce("", (before, segment) -> segment);
        String code = "explain.member." + last;
        return Texts.has(Language.ENGLISH, code) ? code : null;
    }

    /** The name as an argument of a fault; the pointer if the member has no name. */
    public static String argument(String pointer) {
        String code = textCode(pointer);
        return code == null ? pointer : Fault.text(code);
    }
}
