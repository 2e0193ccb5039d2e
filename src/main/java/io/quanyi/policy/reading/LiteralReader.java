package io.quanyi.policy.reading;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Domain;
import io.quanyi.facts.NumberRange;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.policy.model.RuleVocabulary.Parameter;
import io.quanyi.source.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads literals and checks each against the type of its field or parameter and against the ids of the catalogue. */
final class LiteralReader {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private static final String NUMBER = Fault.text("token.number");

    private final TokenStream tokens;
    private final Catalogue catalogue;

    LiteralReader(TokenStream tokens, Catalogue catalogue) {
        this.tokens = tokens;
        this.catalogue = catalogue;
    }

    /** Reads a literal that a field is compared with; null after a fault. */
    @Nullable Object next(Field field) {
        return next(field.type(), field.domain(), field.ids(catalogue), field.range(), field.name());
    }

    /** Reads a literal argument of an outcome; null after a fault. */
    @Nullable Object next(Parameter parameter) {
        Domain domain = parameter.domain();
        Set<String> ids = domain == null ? null : catalogue.ids(domain);
        return next(parameter.type(), domain, ids, parameter.range(), parameter.name());
    }

    private @Nullable Object next(
            Class<?> type,
            @Nullable Domain domain,
            @Nullable Set<String> ids,
            @Nullable NumberRange range,
            String place) {
        Token token = tokens.next();
        return switch (token.kind()) {
            case TEXT -> text(token, type, domain, ids, place);
            case NUMBER -> number(token, type, range, place);
            case WORD -> word(token, type, place);
            case BROKEN -> throw new TokenStream.UnreadableRule();
            default -> wrong(token, type, place);
        };
    }

    private @Nullable Object text(
            Token token, Class<?> type, @Nullable Domain domain, @Nullable Set<String> ids, String place) {
        if (type != String.class) {
            return wrong(token, type, place);
        }
        if (domain != null && ids != null && !ids.contains(token.text())) {
            tokens.report(Fault.at(token.position(), "unknown-id", token.text(), Fault.text(domain.textCode()))
                    .knowing(List.copyOf(ids)));
            return null;
        }
        return token.text();
    }

    private @Nullable Object number(Token token, Class<?> type, @Nullable NumberRange range, String place) {
        if (type == LocalDate.class) {
            return date(token);
        }
        if (range == null) {
            return wrong(token, type, place);
        }
        BigDecimal number = decimal(token);
        if (number == null || !isWithin(range, number, token)) {
            return null;
        }
        return type == BigDecimal.class || type == double.class ? number : (Object) number.intValueExact();
    }

    /** A date of the calendar in the years that rules may name; null after a fault. */
    private @Nullable LocalDate date(Token token) {
        try {
            LocalDate date = LocalDate.parse(token.text());
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            tokens.report(token.position(), "date-out-of-range", token.text(), FIRST_YEAR, LAST_YEAR);
        } catch (DateTimeParseException e) {
            tokens.report(token.position(), "date-not-plain", token.text());
        }
        return null;
    }

    private boolean isWithin(NumberRange range, BigDecimal number, Token token) {
        int decimals = number.stripTrailingZeros().scale();
        if (decimals > range.decimals()) {
            boolean whole = range.decimals() == 0;
            tokens.report(
                    token.position(), whole ? "number-not-whole" : "number-too-fine", token.text(), range.decimals());
            return false;
        }
        if (number.compareTo(BigDecimal.valueOf(range.most())) > 0) {
            tokens.report(token.position(), "number-out-of-range", token.text(), 0, range.most());
            return false;
        }
        return true;
    }

    /** A plain decimal number; null after a fault. */
    @Nullable BigDecimal decimal(Token token) {
        if (PLAIN_NUMBER.matcher(token.text()).matches()) {
            return new BigDecimal(token.text());
        }
        tokens.report(token.position(), "number-not-plain", token.text());
        return null;
    }

    private @Nullable Object word(Token token, Class<?> type, String place) {
        boolean truth = token.text().equals("true") || token.text().equals("false");
        if (token.text().equals("null")) {
            tokens.report(token.position(), "null-literal", place);
            return null;
        }
        return truth && (type == Boolean.class || type == boolean.class)
                ? Boolean.valueOf(token.text())
                : wrong(token, type, place);
    }

    private @Nullable Object wrong(Token token, Class<?> type, String place) {
        tokens.report(token.position(), "literal-wrong-type", TokenStream.shown(token), place, written(token, type));
        return null;
    }

    /** The literal that the author probably meant. */
    private static String written(Token token, Class<?> type) {
        boolean word = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NUMBER;
        boolean number = PLAIN_NUMBER.matcher(token.text()).matches();
        return type == String.class && word
                ? "\"" + token.text() + "\""
                : label(type).equals(NUMBER) && number ? token.text() : label(type);
    }

    /** An example of a literal of a type. */
    static String label(Class<?> type) {
        if (type == String.class) {
            return "\"id\"";
        }
        if (type == LocalDate.class) {
            return Fault.text("token.date");
        }
        return type == Boolean.class || type == boolean.class ? Fault.text("type.truth") : NUMBER;
    }
}
