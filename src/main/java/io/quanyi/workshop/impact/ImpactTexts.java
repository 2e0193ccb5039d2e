package io.quanyi.workshop.impact;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.ComparedRelease;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.FurtherLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Texts around the sentences of an impact, for the terminal and for the page. */
record ImpactTexts(Output output) {

    String title(ImpactReport report) {
        return output.text("impact.title", report.programme(), named(report.before()), named(report.after()));
    }

    String named(ComparedRelease versions) {
        String what = versions.release() == null
                ? output.text("impact.draft")
                : output.text("impact.release", versions.release());
        return output.text("impact.versions", what, versions.policy(), versions.catalogue(), versions.calendars());
    }

    String summary(ImpactReport report) {
        List<String> sentences = new ArrayList<>();
        sentences.add(changed(report));
        if (report.untouched() > 0) {
            sentences.add(output.text("impact.untouched", report.untouched()));
        }
        if (!report.withoutComparison().isEmpty()) {
            sentences.add(output.text(
                    "impact.not-compared", report.withoutComparison().size()));
        }
        return Punctuation.of(output.language()).sentences(sentences);
    }

    private String changed(ImpactReport report) {
        return report.sentences().isEmpty()
                ? output.text("impact.none", report.decided())
                : output.text(
                        "impact.count",
                        report.changed(),
                        report.combinations(),
                        report.decided(),
                        report.sentences().size());
    }

    /** The counts of customers; empty without a census. */
    String customers(ImpactReport report) {
        ImpactReport.Customers customers = report.customers();
        if (customers == null) {
            return "";
        }
        return output.text("impact.customers", customers.touched(), customers.all(), customers.unplaced());
    }

    /** How sentences are read by customers with own terms; empty where nothing may change to such customers. */
    String ownTerms(ImpactReport report) {
        return report.furtherSentences().isEmpty() ? "" : report.ownTerms();
    }

    /** A further sentence with its number, which follows those of the other sentences, and with its customers after a census. */
    String further(ImpactReport report, int place) {
        FurtherLine line = report.furtherSentences().get(place);
        String text = report.sentences().size() + place + 1 + ". " + line.text();
        Long customers = line.customers();
        return customers == null
                ? text
                : Punctuation.of(output.language()).sentences(List.of(text, output.text("impact.touched", customers)));
    }

    /** A changed definition, with a text for the side that does not define it. */
    DefinitionLine definition(DefinitionLine line) {
        String none = output.text("impact.undefined");
        return new DefinitionLine(
                line.what(),
                line.name(),
                Objects.requireNonNullElse(line.before(), none),
                Objects.requireNonNullElse(line.after(), none));
    }

    String count(SentenceLine sentence) {
        String count = output.text("impact.combinations", sentence.combinations());
        Long customers = sentence.customers();
        return customers == null
                ? count
                : count + Punctuation.of(output.language()).semicolon() + output.text("impact.touched", customers);
    }
}
