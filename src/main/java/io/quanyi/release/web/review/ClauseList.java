package io.quanyi.release.web.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.release.ReleaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of the document of a release, in the order of the document, each with the rules that cite it and the cases in which those fire. */
record ClauseList(ReleaseId release, List<DocumentClause> clauses) {

    /**
     * A clause with the rules that rest on it.
     *
     * @param clause the clause as rules cite it: its number, and after a blank its item
     * @param gloss the meaning of the quote for readers of English; left out for readers of Chinese
     * @param decides whether rules must rest on it
     * @param reason the reason why no rule rests on it; null if it decides
     * @param rules the rules that cite it, by id
     */
    record DocumentClause(
            String clause,
            String number,
            @Nullable String item,
            String quote,
            @JsonInclude(Include.NON_NULL) @Nullable String gloss,
            boolean decides,
            @Nullable String reason,
            List<CitingRule> rules) {}

    /**
     * A rule that cites a clause.
     *
     * @param title the norm as a sentence
     * @param cases the names of the cases in which it fires
     */
    record CitingRule(String id, String title, List<String> cases) {}
}
