package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A programme: the services of a vendor under one document.
 *
 * @param id the id, which is the name of the folder below {@code rules/}
 * @param names the names
 * @param vendor the names of the vendor
 * @param zone the zone of dates and answers
 * @param authority whether the document binds the vendor, as an id
 * @param source the document on which the rules are based
 */
public record Programme(
        @Pattern(regexp = Ids.ID) String id,
        BilingualText names,
        BilingualText vendor,
        ZoneId zone,
        @Pattern(regexp = "official|indicative") String authority,
        Source source) {

    /**
     * The document of a programme.
     *
     * @param title as printed on it
     * @param reference the public place of its text; null if there is none
     * @param language the tag of its language, which is that of the names of rules and cases; null for Chinese
     */
    public record Source(
            String title,
            @Nullable String reference,
            @Pattern(regexp = "zh-CN|en") @Nullable String language) {

        /** The language of the document. */
        public Language documentLanguage() {
            return Language.ENGLISH.tag().equals(language) ? Language.ENGLISH : Language.CHINESE;
        }
    }
}
