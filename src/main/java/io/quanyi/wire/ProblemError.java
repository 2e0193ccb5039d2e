package io.quanyi.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a request.
 *
 * @param pointer where, as a JSON pointer into the body; for a query parameter its name after a slash
 * @param code the kind of fault
 * @param message the fault in words
 * @param file the file, where the fault is in one that was sent or is kept; left out otherwise
 * @param line its line, from 1, where that is known
 * @param column the column, in characters from 1, where that is known
 * @param known the values that are allowed there, 100 at most; left out where they are not listed, or an error before lists the same
 */
public record ProblemError(
        String pointer,
        String code,
        String message,
        @JsonInclude(Include.NON_NULL) @Nullable String file,
        @JsonInclude(Include.NON_NULL) @Nullable Integer line,
        @JsonInclude(Include.NON_NULL) @Nullable Integer column,
        @JsonInclude(Include.NON_EMPTY) @Nullable List<String> known) {

    /** The most allowed values that are listed. */
    private static final int MAX_KNOWN = 100;

    /** Faults as they are sent. */
    public static List<ProblemError> all(List<Fault> faults, Language language) {
        return faults.stream().map(fault -> of(fault, language)).toList();
    }

    /** A fault as it is sent, with the values that are allowed in its place. */
    public static ProblemError of(Fault fault, Language language) {
        return of(fault, fault.known(), language);
    }

    /** A fault as it is sent, without the values that are allowed in its place. */
    static ProblemError withoutKnown(Fault fault, Language language) {
        return of(fault, List.of(), language);
    }

    private static ProblemError of(Fault fault, List<String> known, Language language) {
        Position position = fault.position();
        return new ProblemError(
                fault.pointer(),
                fault.code(),
                fault.message(language),
                position.file().isEmpty() ? null : position.file(),
                position.line() == 0 ? null : position.line(),
                position.column() == 0 ? null : position.column(),
                known.isEmpty() ? null : List.copyOf(known.subList(0, Math.min(known.size(), MAX_KNOWN))));
    }
}
