package io.quanyi.checks;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import java.util.List;
import java.util.Map;

/** Merges the differences of one case into one fault or remark: an author looks at them together. */
final class CaseDifferences {

    /** The most characters of a text in one language. */
    private static final int MAX_LENGTH = 900;

    private CaseDifferences() {}

    /** The fault that stands for several faults of a case. */
    static Fault fault(Case asked, List<Fault> faults) {
        return Fault.at(asked.position(), "case-differs", asked.name(), parts(faults, "case-part."));
    }

    /** The remark that a case is answered differently than it was when its policy was sealed. */
    static Fault change(Case asked, List<Fault> differences) {
        return Fault.at(asked.position(), ChangedCases.CODE, asked.name(), parts(differences, "case-change."));
    }

    private static TranslatedText parts(List<Fault> faults, String texts) {
        return new TranslatedText(
                text(faults, texts, Language.CHINESE), Map.of(Language.ENGLISH, text(faults, texts, Language.ENGLISH)));
    }

    private static String text(List<Fault> faults, String texts, Language language) {
        String text = Punctuation.of(language)
                .sequence(faults.stream()
                        .map(fault -> part(fault, texts, language))
                        .toList());
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }

    /** The difference without the name of the case, which is the first argument of its fault; a reason of a refusal as it is. */
    private static String part(Fault fault, String texts, Language language) {
        List<String> words = fault.words(language);
        return Texts.has(language, texts + fault.code())
                ? Texts.of(language, texts + fault.code(), words.subList(1, words.size()))
                : fault.message(language);
    }
}
