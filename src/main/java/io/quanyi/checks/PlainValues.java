package io.quanyi.checks;

import io.quanyi.decision.answer.TermForm;
import io.quanyi.facts.Term;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts records to the maps, lists and scalars of their JSON form. */
final class PlainValues {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private PlainValues() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Term term) {
            return TermForm.content(term);
        }
        if (value instanceof Record record) {
            return members(record);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainValues::of).toList();
        }
        if (value instanceof OffsetDateTime instant) {
            return instant.format(INSTANT);
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return value == null || value instanceof Boolean || value instanceof BigDecimal || value instanceof Integer
                ? value
                : value.toString();
    }

    private static Map<String, @Nullable Object> members(Record record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                members.put(component.getName(), of(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return members;
    }
}
