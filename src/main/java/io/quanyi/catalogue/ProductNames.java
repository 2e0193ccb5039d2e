package io.quanyi.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How product names are compared: compatibility forms, case, blanks, dots and slashes make no difference. */
final class ProductNames {

    private ProductNames() {}

    static String normalised(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s·•/／]", "");
    }

    static Set<String> of(Catalogue.Product product) {
        return Stream.concat(Stream.of(product.id()), product.aliases().stream())
                .map(ProductNames::normalised)
                .collect(Collectors.toSet());
    }
}
