package io.quanyi.web.description;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds of a record component, as a schema states them. */
record SchemaBounds(
        @Nullable Size size,
        @Nullable Pattern pattern,
        @Nullable DecimalMin least,
        @Nullable DecimalMax greatest,
        @Nullable Digits digits) {

    private static final String CHOICE = "[a-z-]+(\\|[a-z-]+)+";

    static SchemaBounds of(RecordComponent component) {
        // The constraints' own targets do not include components: the compiler hands them to the accessor
        Method accessor = component.getAccessor();
        return new SchemaBounds(
                accessor.getAnnotation(Size.class),
                accessor.getAnnotation(Pattern.class),
                accessor.getAnnotation(DecimalMin.class),
                accessor.getAnnotation(DecimalMax.class),
                accessor.getAnnotation(Digits.class));
    }

    void applyTo(Schema<?> schema) {
        if (size != null && schema.getAdditionalProperties() instanceof Schema<?> values) {
            schema.setMaxProperties(size.max());
            new SchemaBounds(null, pattern, least, greatest, digits).applyTo(values);
            return;
        }
        boolean list = schema.getItems() != null;
        if (size != null && list) {
            schema.setMaxItems(size.max());
        } else if (size != null) {
            schema.setMaxLength(size.max());
        }
        if (pattern != null) {
            form(list ? schema.getItems() : schema, pattern.regexp());
        }
        if (least != null) {
            schema.setMinimum(new BigDecimal(least.value()));
        }
        if (greatest != null) {
            schema.setMaximum(new BigDecimal(greatest.value()));
        }
        if (digits != null) {
            schema.setMultipleOf(BigDecimal.ONE.movePointLeft(digits.fraction()));
        }
    }

    /** A choice of words is a closed list. JSON schemas look for a pattern anywhere, so that it has to be anchored. */
    private static void form(Schema<?> schema, String regexp) {
        if (regexp.matches(CHOICE)) {
            closed(schema, List.of(regexp.split("\\|")));
        } else {
            schema.setPattern("^(?:" + regexp.replace("\\p{Cntrl}", "\\u0000-\\u001f\\u007f") + ")$");
        }
    }

    @SuppressWarnings("unchecked")
    private static void closed(Schema<?> schema, List<String> words) {
        Schema<Object> any = (Schema<Object>) schema;
        words.forEach(any::addEnumItemObject);
        if (any.getTypes() != null && any.getTypes().contains("null")) {
            any.addEnumItemObject(null);
        }
    }
}
