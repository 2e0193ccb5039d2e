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

/** Compares names of products without regard to compatibility forms, case, blanks, dots and slashes. */
final class ProductNames {

    private static final Pattern IGNORED = Pattern.compile("[\\s·•/]");

    private ProductNames() {}

    static String normalised(String written) {
        String compatible = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return IGNORED.matcher(compatible).replaceAll("");
    }

    /** The products by each of their normalised names. */
    static Map<String, Catalogue.Product> index(List<Catalogue.Product> products) {
        Map<String, Catalogue.Product> index = new HashMap<>();
        products.forEach(product -> of(product).forEach(name -> index.put(name, product)));
        return Map.copyOf(index);
    }

    static Set<String> of(Catalogue.Product product) {
        Stream<String> names =
                Arrays.stream(Language.values()).map(language -> product.names().in(language));
        return Stream.of(Stream.of(product.id()), names, product.aliases().stream())
                .flatMap(Function.identity())
                .map(ProductNames::normalised)
                .collect(Collectors.toSet());
    }
}
