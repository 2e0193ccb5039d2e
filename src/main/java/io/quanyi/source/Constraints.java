package io.quanyi.source;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a record component, read from the Jakarta constraint annotations that the API description shows as
 * well.
 *
 * @param most the most characters of a text, or items of a list
 * @param pattern the pattern of a text
 * @param least the smallest number
 * @param greatest the largest number
 * @param decimals the most digits after the decimal point
 */
record Constraints(
        @Nullable Integer most,
        java.util.regex.@Nullable Pattern pattern,
        @Nullable BigDecimal least,
        @Nullable BigDecimal greatest,
        int decimals) {

    /**
     * The names of patterns, for messages. A test checks that every pattern of a member is here, or lists its choices.
     */
    private static final Map<String, String> FORMS = Map.of(
            "[A-Za-z0-9]+(-[A-Za-z0-9]+)*", "id",
            "A[0-9]{2}", "reading",
            "[A-Z]{2}", "region",
            "[A-Z]{3}", "currency",
            "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "language",
            "[^\\p{Cntrl}]*", "one-line",
            "[!-~]{1,64}", "visible",
            "sha256:[0-9a-f]{64}", "digest",
            "[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?", "version");

    private static final java.util.regex.Pattern CHOICES =
            java.util.regex.Pattern.compile("[A-Za-z]+(-[A-Za-z]+)*(\\|[A-Za-z]+(-[A-Za-z]+)*)*");

    static final Constraints NONE = new Constraints(null, null, null, null, Integer.MAX_VALUE);

    /**
     * The constraints of a component. They are read from its type, because the annotations are not allowed on a record
     * component itself.
     */
    static Constraints of(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        Size size = type.getAnnotation(Size.class);
        Pattern pattern = type.getAnnotation(Pattern.class);
        DecimalMin least = type.getAnnotation(DecimalMin.class);
        DecimalMax greatest = type.getAnnotation(DecimalMax.class);
        Digits digits = type.getAnnotation(Digits.class);
        return new Constraints(
                size == null ? null : size.max(),
                pattern == null ? null : java.util.regex.Pattern.compile(pattern.regexp()),
                least == null ? null : new BigDecimal(least.value()),
                greatest == null ? null : new BigDecimal(greatest.value()),
                digits == null ? Integer.MAX_VALUE : digits.fraction());
    }

    /** The form of the text as an argument of a fault. */
    String form() {
        String expression = String.valueOf(pattern);
        if (CHOICES.matcher(expression).matches()) {
            return Fault.list(List.of(expression.split("\\|", -1)));
        }
        String form = FORMS.get(expression);
        return form == null ? expression : Fault.text("form." + form);
    }

    int maxItems() {
        return most == null ? Integer.MAX_VALUE : most;
    }

    /** The constraints of the items of a list or map: those of their own type, and its pattern for texts and bounds for numbers. */
    Constraints ofItems() {
        return new Constraints(null, pattern, least, greatest, decimals);
    }
}
