package io.quanyi.decision.release;

import io.quanyi.source.Position;
import io.quanyi.text.TranslatedText;
import java.util.List;

/**
 * What an answer says of a rule.
 *
 * @param id unique in its programme, and the same from version to version as long as it states the same norm
 * @param title the norm as a sentence, in the language of the document, and translated
 * @param clauses the places in the document that it rests on; an answer quotes the first
 * @param readings the interpretations that it rests on
 * @param purchase whether it asks for a purchase, so that a grant of its is one by purchase
 * @param position where it stands
 */
public record RuleInfo(
        String id,
        TranslatedText title,
        List<String> clauses,
        List<String> readings,
        boolean purchase,
        Position position) {

    /** Keeps copies. */
    public RuleInfo {
        clauses = List.copyOf(clauses);
        readings = List.copyOf(readings);
    }
}
