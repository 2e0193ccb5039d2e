package io.quanyi.decision.answer;

import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices in words: a sum or a share, per unit.
 *
 * @param words the names of units, in the language of the reader
 */
public record PriceWords(AnswerWords words) {

    private static final String PRICE = "statement.charge";

    /**
     * A price in money.
     *
     * @param from the least it costs
     * @param to the most it costs; null where no upper end is stated
     * @param per an id of {@link Domain#CHARGE_PER}
     * @param about whether the price is approximate
     */
    public String sum(BigDecimal from, @Nullable BigDecimal to, String currency, String per, boolean about) {
        String code = to == null ? "money.sum.from" : "money.sum";
        String range = to == null ? plain(from) : range(plain(from), plain(to));
        return text(PRICE + approximate(about), text(code, range, currency(currency)), each(per));
    }

    /**
     * A price as a share of something else.
     *
     * @param from the least share, 1 for the whole
     * @param to the greatest share
     * @param of an id of {@link Domain#SHARE_OF}
     */
    public String share(BigDecimal from, BigDecimal to, String of, String per, boolean about) {
        String base = words.name(Domain.SHARE_OF, of);
        return text(PRICE + ".share" + approximate(about), range(percent(from), percent(to)), each(per), base);
    }

    private static String approximate(boolean about) {
        return about ? ".about" : "";
    }

    private String each(String per) {
        return words.name(Domain.CHARGE_PER, per);
    }

    private String range(String from, String to) {
        String dash = words.language() == Language.CHINESE ? "～" : "–";
        return from.equals(to) ? from : from + dash + to;
    }

    /** The one currency of the shipped documents has a text; others are called as the platform calls them. */
    private String currency(String code) {
        String textCode = "money.currency." + code;
        if (Texts.has(words.language(), textCode)) {
            return text(textCode);
        }
        return words.language() == Language.CHINESE
                ? Currency.getInstance(code).getDisplayName(words.language().locale())
                : code;
    }

    private String text(String code, String... arguments) {
        return Texts.of(words.language(), code, List.of(arguments));
    }

    private static String percent(BigDecimal share) {
        return plain(share.movePointRight(2)) + "%";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
