package io.quanyi.workshop;

import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.ComparedRelease;
import io.quanyi.impact.report.ImpactReport.DefinitionLine;
import io.quanyi.impact.report.ImpactReport.SentenceLine;
import io.quanyi.text.Punctuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is said around the sentences of an impact, on a terminal and on a page alike. */
record ImpactWords(Voice voice) {

    String title(ImpactReport report) {
        return voice.text("impact.title", report.programme(), named(report.before()), named(report.after()));
    }

    String named(ComparedRelease versions) {
        String what = versions.release() == null
                ? voice.text("impact.draft")
                : voice.text("impact.release", versions.release());
        return voice.text("impact.versions", what, versions.policy(), versions.catalogue(), versions.calendars());
    }

    String summary(ImpactReport report) {
        List<String> sentences = new ArrayList<>();
        sentences.add(changed(report));
        if (report.untouched() > 0) {
            sentences.add(voice.text("impact.untouched", report.untouched()));
        }
        if (!report.withoutComparison().isEmpty()) {
            sentences.add(
                    voice.text("impact.not-compared", report.withoutComparison().size()));
        }
        return Punctuation.of(voice.language()).sentences(sentences);
    }

    private String changed(ImpactReport report) {
        return report.sentences().isEmpty()
                ? voice.text("impact.none", report.combinations(), report.decided())
                : voice.text(
                        "impact.count",
                        report.changed(),
                        report.combinations(),
                        report.decided(),
                        report.sentences().size());
    }

    /** Empty without a census. */
    String customers(ImpactReport report) {
        ImpactReport.Customers customers = report.customers();
        return customers == null
                ? ""
                : voice.text("impact.customers", customers.touched(), customers.all(), customers.unplaced());
    }

    /** With words for what a release does not define. */
    DefinitionLine definition(DefinitionLine line) {
        String none = voice.text("impact.undefined");
        return new DefinitionLine(
                line.what(),
                line.name(),
                Objects.requireNonNullElse(line.before(), none),
                Objects.requireNonNullElse(line.after(), none));
    }

    String count(SentenceLine sentence) {
        String count = voice.text("impact.combinations", sentence.combinations());
        Long customers = sentence.customers();
        return customers == null
                ? count
                : count + Punctuation.of(voice.language()).semicolon() + voice.text("impact.touched", customers);
    }
}
