package io.quanyi.source;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Scalar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number, a text, or true or false, in a member that may hold any of them: which of them it has to be is known only after the document
 * has been read.
 *
 * @param value a {@link BigDecimal}, {@link String} or {@link Boolean}
 * @param plain whether the notation does not say what it is, as that of YAML and of tables does not; the value is then a text
 */
public record StatedValue(@JsonValue Object value, boolean plain) {

    /** A value whose notation says what it is; a date is written as a text. */
    public static StatedValue of(Object value) {
        return new StatedValue(value instanceof LocalDate ? value.toString() : value, false);
    }

    /** The value as a type: a {@link BigDecimal}, {@link String}, {@link LocalDate} or {@link Boolean}; null, with a fault, if it is none. */
    public @Nullable Object as(Class<?> type, String pointer, List<Fault> faults) {
        List<Fault> found = new ArrayList<>();
        Object read = ScalarReader.read(scalar(), type, Constraints.NONE, (code, arguments) -> {
            found.add(Fault.at(pointer, code, arguments));
            return null;
        });
        faults.addAll(found);
        return found.isEmpty() ? read : null;
    }

    private Scalar scalar() {
        Kind kind = plain
                ? Kind.PLAIN
                : value instanceof BigDecimal ? Kind.NUMBER : value instanceof Boolean ? Kind.BOOLEAN : Kind.TEXT;
        return new Scalar(Position.NOWHERE, kind, toString());
    }

    /** The value as it is written; a number without zeros at its end. */
    @Override
    public String toString() {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
