package io.quanyi.workshop.explain;

import io.quanyi.decision.combination.FindingStatus;
import io.quanyi.explain.CustomerExplanation.SubscriptionExplanation;
import io.quanyi.explain.ExplanationReport;
import io.quanyi.explain.ExplanationReport.AnswerLine;
import io.quanyi.explain.ExplanationReport.BasisLine;
import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.ExplainedRule;
import io.quanyi.explain.ExplanationReport.FaultLine;
import io.quanyi.explain.ExplanationReport.FindingLine;
import io.quanyi.explain.ExplanationReport.NamedId;
import io.quanyi.explain.ExplanationReport.NearMissLine;
import io.quanyi.explain.ExplanationReport.ProgressLine;
import io.quanyi.explain.ExplanationReport.QuotaLine;
import io.quanyi.explain.ExplanationReport.QuotedClause;
import io.quanyi.explain.ExplanationReport.ReadingLine;
import io.quanyi.explain.ExplanationReport.ReasonLine;
import io.quanyi.explain.ExplanationReport.RefusalLine;
import io.quanyi.explain.ExplanationReport.StretchLine;
import io.quanyi.explain.ExplanationReport.WaitingLine;
import io.quanyi.workshop.command.Output;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints an explanation on a terminal, the answer first. */
final class ExplanationPrinter {

    private final Output output;
    private final ExplanationTexts texts;

    ExplanationPrinter(Output output, ExplanationTexts texts) {
        this.output = output;
        this.texts = texts;
    }

    /** Prints a report, under the place of its subscription if the request has a list of them. */
    void print(SubscriptionExplanation explanation) {
        String subscription = explanation.subscription();
        if (subscription != null) {
            line(0, "\n" + output.paint(Style.bold, subscription));
        }
        ExplanationReport report = explanation.report();
        AnswerLine answer = report.answer();
        RefusalLine refusal = report.refusal();
        line(
                0,
                output.paint(Style.bold, texts.outcome(report))
                        + colon()
                        + report.asked().text());
        line(1, texts.release(report));
        if (answer != null) {
            print(answer);
        }
        if (refusal != null) {
            line(1, refusal.text());
            refusal.faults().forEach(this::print);
        }
        section("clocks", report.clocks(), this::print);
        QuotaLine quota = report.quota();
        section("quota", quota == null ? List.of() : List.of(quota), this::print);
        section("basis", report.basis(), this::print);
        section("findings", report.findings(), this::print);
        section("waiting", report.waiting(), this::print);
        section("near-misses", report.nearMisses(), this::print);
        section("facts", texts.known(report), text -> line(1, text));
        section("absent", texts.absent(report), text -> line(1, text));
    }

    private <T> void section(String code, List<T> items, Consumer<T> print) {
        if (!items.isEmpty()) {
            line(0, "\n" + output.paint(Style.bold, output.text("explain." + code)));
            items.forEach(print);
        }
    }

    private void line(int depth, String text) {
        output.out().println("  ".repeat(depth) + text);
    }

    private String colon() {
        return texts.punctuation().colon();
    }

    private void print(AnswerLine answer) {
        answer.reasons().forEach(reason -> line(1, "· " + cited(reason)));
        answer.warnings().forEach(warning -> line(1, output.text("explain.warnings") + colon() + warning.text()));
        answer.suggestions()
                .forEach(suggestion -> line(1, output.text("explain.suggestions") + colon() + suggestion.text()));
    }

    private String cited(ReasonLine reason) {
        ExplainedRule rule = reason.rule();
        if (rule == null) {
            return reason.text();
        }
        Stream<String> first = rule.clauses().stream().limit(1).map(QuotedClause::clause);
        List<String> cited = Stream.concat(Stream.of(rule.id()), first).toList();
        return texts.punctuation().beside(reason.text(), texts.punctuation().list(cited));
    }

    private void print(FaultLine fault) {
        boolean named = fault.member().equals(fault.pointer()) || fault.text().contains(fault.member());
        String member = named ? "" : " " + fault.member();
        line(1, output.paint(Style.fg_red, "- " + fault.pointer()) + member + colon() + fault.text());
        String choices = texts.choices(fault);
        if (!choices.isEmpty()) {
            line(3, choices);
        }
    }

    private void print(ClockLine clock) {
        line(1, clock.name() + colon() + clock.target());
        line(2, clock.text());
        ProgressLine progress = clock.progress();
        if (progress != null) {
            line(2, progress.text());
        }
        clock.stretches().forEach(this::print);
    }

    private void print(StretchLine stretch) {
        line(2, sign(stretch.counted()) + " " + stretch.text());
        stretch.reasons().forEach(reason -> line(4, reason.text()));
    }

    private String sign(boolean counts) {
        return counts ? output.paint(Style.fg_green, "+") : output.paint(Style.fg_red, "-");
    }

    private void print(QuotaLine quota) {
        line(1, quota.text());
        quota.uses().forEach(use -> line(2, sign(use.counted()) + " " + use.text()));
    }

    private void print(BasisLine basis) {
        line(1, output.paint(Style.bold, texts.part(basis)));
        ExplainedRule rule = basis.rule();
        if (rule != null) {
            line(3, headed(rule));
            rule.clauses().forEach(this::print);
            rule.readings().forEach(this::print);
        } else {
            line(3, texts.unruled(basis));
        }
        basis.readings().forEach(this::print);
    }

    private static String headed(ExplainedRule rule) {
        return rule.id() + " · " + rule.title();
    }

    private void print(QuotedClause clause) {
        String quoted = clause.clause() + colon() + "“" + clause.quote() + "”";
        line(3, clause.gloss() == null ? quoted : quoted + " " + clause.gloss());
    }

    private void print(ReadingLine reading) {
        line(3, output.text("explain.reading") + " " + reading.id() + colon() + reading.text());
    }

    private void print(FindingLine findings) {
        head(findings.status() == FindingStatus.UNDECIDED ? "·" : sign(findings.counts()), findings.rule());
        NamedId plan = findings.plan();
        line(3, plan == null ? findings.text() : texts.punctuation().beside(findings.text(), plan.name()));
        line(3, findings.why());
    }

    private void print(WaitingLine waiting) {
        head("?", waiting.rule());
        line(3, waiting.text());
        line(3, texts.punctuation().beside(waiting.why(), waiting.pointer()));
    }

    private void print(NearMissLine near) {
        head("~", near.rule());
        line(3, near.text());
        line(3, near.why());
    }

    private void head(String sign, @Nullable ExplainedRule rule) {
        line(1, sign + " " + (rule == null ? output.text("explain.contract") : headed(rule)));
    }
}
