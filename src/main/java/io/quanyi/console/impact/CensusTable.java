package io.quanyi.console.impact;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.Customers;
import io.quanyi.impact.report.ImpactReport.FurtherLine;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.text.Punctuation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of customers of a census as rows of a table: one for all, one for those whose answers change, and one for each sentence.
 *
 * @param report the impact
 * @param intended whether a sentence is marked as intended
 * @param texts the texts of the console in the language of the reader
 */
public record CensusTable(ImpactReport report, Predicate<SentenceLine> intended, ConsoleTexts texts) {

    /** The rows, the names of the columns first; none without a census. */
    public List<List<String>> rows() {
        Customers customers = report.customers();
        if (customers == null) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>(List.of(columns()));
        rows.add(total("census-all", customers.all()));
        rows.add(total("census-changed", customers.touched()));
        report.sentences().forEach(line -> rows.add(row(line)));
        report.furtherSentences().forEach(line -> rows.add(row(line)));
        return rows;
    }

    private List<String> columns() {
        return List.of(
                texts.of("census-column-whom"),
                texts.of("census-column-customers"),
                texts.of("ask-service"),
                texts.of("impact-before"),
                texts.of("impact-after"),
                texts.of("census-column-combinations"),
                texts.of("impact-intended"),
                texts.of("impact-rules"));
    }

    private List<String> total(String code, long customers) {
        return List.of(texts.of(code), String.valueOf(customers), "", "", "", "", "", "");
    }

    private List<String> row(SentenceLine line) {
        return List.of(
                new ConcernedCustomers(texts).sentence(line.names(), line.conditions()),
                number(line.customers()),
                Punctuation.of(texts.language()).list(line.names()),
                words(line.before()),
                words(line.after()),
                String.valueOf(line.combinations()),
                texts.of(intended.test(line) ? "yes" : "no"),
                String.join("\n", ImpactWords.rules(line)));
    }

    private List<String> row(FurtherLine line) {
        return List.of(line.text(), number(line.customers()), "", "", "", "", "", "");
    }

    private static String number(@Nullable Long customers) {
        return customers == null ? "" : String.valueOf(customers);
    }

    private String words(List<StatementLine> statements) {
        return Punctuation.of(texts.language())
                .sequence(statements.stream().map(StatementLine::text).toList());
    }
}
