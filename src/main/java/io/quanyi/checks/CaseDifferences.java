package io.quanyi.checks;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import java.util.List;
import java.util.Map;

/** Merges the faults of one case into one: an author corrects them together. */
final class CaseDifferences {

    /** The most characters of a text in one language. */
    private static final int LONGEST = 900;

    private CaseDifferences() {}

    /** The fault that stands for several faults of a case. */
    static Fault fault(Case asked, List<Fault> faults) {
        TranslatedText parts = new TranslatedText(
                text(faults, Language.CHINESE), Map.of(Language.ENGLISH, text(faults, Language.ENGLISH)));
        return Fault.at(asked.position(), "case-differs", asked.name(), parts);
    }

    private static String text(List<Fault> faults, Language language) {
        String text = Punctuation.of(language)
                .sequence(faults.stream().map(fault -> part(fault, language)).toList());
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** The difference without the name of the case, which is the first argument of the fault. */
    private static String part(Fault fault, Language language) {
        List<String> words = fault.words(language);
        return Texts.of(language, "case-part." + fault.code(), words.subList(1, words.size()));
    }
}
