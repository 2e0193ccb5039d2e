package io.quanyi.catalogue;

import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One vendor's service scheme.
 *
 * @param id the folder below {@code rules/}
 * @param names what it is called
 * @param vendor whose it is
 * @param zone the zone of its dates and of its answers
 * @param authority whether its document binds the vendor
 * @param source the document that its rules read
 */
public record Programme(
        @Pattern(regexp = Ids.ID) String id,
        BilingualText names,
        BilingualText vendor,
        ZoneId zone,
        @Pattern(regexp = "official|indicative") String authority,
        Source source) {

    /**
     * The document.
     *
     * @param title as printed on it
     * @param reference where its text is kept, if that is public
     * @param language the tag of the language it is written in, and with it the names of rules and cases; null for Chinese
     */
    public record Source(
            String title,
            @Nullable String reference,
            @Pattern(regexp = "zh-CN|en") @Nullable String language) {

        /** The language it is written in. */
        public Language documentLanguage() {
            return Language.ENGLISH.tag().equals(language) ? Language.ENGLISH : Language.CHINESE;
        }
    }
}
