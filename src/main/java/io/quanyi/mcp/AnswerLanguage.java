package io.quanyi.mcp;

import io.quanyi.text.Language;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The argument for the language of the answer, which every tool takes beside those of its operation: an assistant speaks the language of
 * its user, but cannot set the headers of its connection.
 *
 * @param answerLanguage the language of texts in the answer, as a tag; absent means the one that the connection prefers
 */
record AnswerLanguage(
        @Pattern(regexp = "zh-CN|en") @Nullable String answerLanguage) {

    /** The name of the argument. */
    static final String NAME = "answerLanguage";

    /** The language of the answer. */
    Language or(Language preferred) {
        if (answerLanguage == null) {
            return preferred;
        }
        return answerLanguage.equals(Language.ENGLISH.tag()) ? Language.ENGLISH : Language.CHINESE;
    }
}
