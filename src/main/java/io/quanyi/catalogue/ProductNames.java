package io.quanyi.catalogue;

import io.quanyi.text.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares names of products without regard to compatibility forms, case, blanks, dots, slashes, and whether Chinese characters are
 * traditional or simplified.
 */
final class ProductNames {

    /** Blanks and invisible characters, slashes, and the dots that stand between the parts of Chinese names. */
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Cf}/·•・‧∙⋅⸱]");

    /**
     * Traditional characters, and the simplified one for each at the same place. Java has no conversion, and a library with all characters
     * would be far larger than the service; these are the ones of the shipped names and of words that names of business software have.
     */
    private static final String TRADITIONAL =
            "雲標準專業貿艦鬥網財務軟體產訂協雙級極輕應發創製鏈銷營訊資數據庫開門電國際團強優學聯動機車醫藥農貨倉儲運輸單報賬稅總帳導圖設計測試統環後續費買賣會員獨華東廣長經濟個預實權監視證號";

    private static final String SIMPLIFIED =
            "云标准专业贸舰斗网财务软体产订协双级极轻应发创制链销营讯资数据库开门电国际团强优学联动机车医药农货仓储运输单报账税总帐导图设计测试统环后续费买卖会员独华东广长经济个预实权监视证号";

    private ProductNames() {}

    static String normalised(String written) {
        String compatible = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return IGNORED.matcher(compatible)
                .replaceAll("")
                .codePoints()
                .map(ProductNames::simplified)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int simplified(int character) {
        int place = TRADITIONAL.indexOf(character);
        return place < 0 ? character : SIMPLIFIED.charAt(place);
    }

    /** The products by each of their normalised names. */
    static Map<String, Catalogue.Product> index(List<Catalogue.Product> products) {
        Map<String, Catalogue.Product> index = new HashMap<>();
        products.forEach(product -> of(product).forEach(name -> index.put(name, product)));
        return Map.copyOf(index);
    }

    private static Set<String> of(Catalogue.Product product) {
        Stream<String> names =
                Arrays.stream(Language.values()).map(language -> product.names().in(language));
        return Stream.of(Stream.of(product.id()), names, product.aliases().stream())
                .flatMap(Function.identity())
                .map(ProductNames::normalised)
                .collect(Collectors.toSet());
    }
}
