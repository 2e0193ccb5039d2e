package io.quanyi.console.impact;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.text.Punctuation;
import java.util.List;
import java.util.Set;

/**
 * The customers whom a change of answers concerns, in one sentence.
 *
 * @param texts the texts of the console in the language of the reader
 */
record ConcernedCustomers(ConsoleTexts texts) {

    /** The most values of a fact that a sentence lists. */
    private static final int MOST = 6;

    /** The facts whose name is no subject of a clause. */
    private static final Set<String> APART = Set.of(
            "contractTerms",
            "environmentReady",
            "firstPurchase",
            "remoteAccessAuthorised",
            "requestedStart",
            "requesterCertified",
            "servedBy",
            "serviceRenewed",
            "submittedBy",
            "use");

    /** The sentence for services and the facts on which the change depends. */
    String sentence(List<String> services, List<ConditionLine> conditions) {
        Punctuation punctuation = Punctuation.of(texts.language());
        String asked =
                punctuation.list(services.stream().map(punctuation::named).toList());
        return conditions.isEmpty()
                ? texts.of("impact-whom", asked)
                : texts.of(
                        "impact-whom-where",
                        asked,
                        punctuation.sequence(conditions.stream().map(this::fact).toList()));
    }

    /** A fact with the values that it must or must not have. */
    String fact(ConditionLine condition) {
        String code = APART.contains(condition.part()) ? "impact-fact-apart" : "impact-fact";
        List<String> values = condition.values().stream().map(ValueLine::text).toList();
        return texts.of(condition.except() ? code + "-not" : code, condition.name(), oneOf(values));
    }

    private String oneOf(List<String> values) {
        int last = values.size() - 1;
        String listed = Punctuation.of(texts.language())
                .list(values.subList(0, values.size() > MOST ? MOST : Math.max(last, 1)));
        if (values.size() > MOST) {
            return texts.of("impact-or-more", listed, values.size() - MOST);
        }
        return last < 1 ? listed : texts.of("impact-or", listed, values.get(last));
    }
}
