package io.quanyi.decision.answer;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the members of a request, for texts about a request. */
public final class MemberName {

    private static final Pattern INDEX_OR_NOTHING = Pattern.compile("\\d*");
    private static final String MEASURES = "/measures/";

    private MemberName() {}

    /**
     * The code of the name of the member at a pointer; null if the member has no name, as measures have none but that of the catalogue. A
     * member of several objects may have a name of its own in
     * one of them: the amount of a target time is not that of the contract.
     */
    public static @Nullable String textCode(String pointer) {
        if (pointer.contains(MEASURES)) {
            return null;
        }
        List<String> path = Arrays.stream(pointer.split("/", -1))
                .filter(segment -> !INDEX_OR_NOTHING.matcher(segment).matches())
                .toList();
        return Stream.of(2, 1)
                .filter(length -> length <= path.size())
                .map(length -> "explain.member." + String.join(".", path.subList(path.size() - length, path.size())))
                .filter(code -> Texts.has(Language.ENGLISH, code))
                .findFirst()
                .orElse(null);
    }

    /** The name as an argument of a fault; the pointer if the member has no name. */
    public static String argument(String pointer) {
        String code = textCode(pointer);
        return code == null ? pointer : Fault.text(code);
    }

    /** The name as an argument of a fault, that of a measure as the catalogue states it. */
    public static Object argument(Catalogue catalogue, String pointer) {
        Catalogue.Measure measure = catalogue.measureAt(pointer);
        return measure == null ? argument(pointer) : measure.names();
    }

    /** The name in a language, that of a measure as the catalogue states it; the pointer if the member has no name. */
    public static String in(Language language, Catalogue catalogue, String pointer) {
        Catalogue.Measure measure = catalogue.measureAt(pointer);
        if (measure != null) {
            return measure.names().in(language);
        }
        String code = textCode(pointer);
        return code == null ? pointer : Texts.of(language, code);
    }
}
