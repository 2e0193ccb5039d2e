package io.quanyi.web.description;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The JSON type and format of a single value. */
record ScalarType(String type, @Nullable String format) {

    static ScalarType of(Class<?> type) {
        if (type == BigDecimal.class) {
            return new ScalarType("number", null);
        }
        if (type == int.class || type == Integer.class) {
            return new ScalarType("integer", "int32");
        }
        if (type == long.class || type == Long.class) {
            return new ScalarType("integer", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new ScalarType("boolean", null);
        }
        if (type == LocalDate.class) {
            return new ScalarType("string", "date");
        }
        if (type == OffsetDateTime.class) {
            return new ScalarType("string", "date-time");
        }
        if (type == Resource.class) {
            return new ScalarType("string", "binary");
        }
        if (type == String.class || type == ZoneId.class || type.isEnum()) {
            return new ScalarType("string", null);
        }
        throw new IllegalArgumentException("no JSON type for " + type);
    }
}
