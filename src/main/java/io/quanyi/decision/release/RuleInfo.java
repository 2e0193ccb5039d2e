package io.quanyi.decision.release;

import io.quanyi.source.Position;
import io.quanyi.text.TranslatedText;
import java.util.List;

/**
 * The citation data of a rule.
 *
 * @param id the id, unique in its programme and kept in later versions as long as the rule states the same norm
 * @param title the norm as a sentence, in the language of the document, and translated
 * @param clauses the clauses on which the rule rests; an answer quotes the first
 * @param readings the readings on which the rule rests
 * @param purchase whether the rule tests for a purchase, so that its grants are grants by purchase
 * @param position the place of the rule in its file
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
