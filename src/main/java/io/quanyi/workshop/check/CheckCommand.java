package io.quanyi.workshop.check;

import io.quanyi.checks.remark.OpenRemarks;
import io.quanyi.source.Fault;
import io.quanyi.wire.ProblemError;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.FaultPrinter;
import io.quanyi.workshop.command.Output;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks rules, clauses, readings, catalogues and ledgers, and that every rule has its cases. */
@Command(name = "check")
public final class CheckCommand extends ProgrammesCommand {

    @Option(names = "--quick")
    private boolean quick;

    @Override
    public Integer call() {
        CheckSummary found = inspect(quick ? CheckSummary.Depth.PARTS : CheckSummary.Depth.DRAFTS);
        if (output().isJson()) {
            output().json(Answer.of(found, output()));
        } else {
            new FaultPrinter(rules(), output()).remark(found.remarks());
            output().say("checked", found.releases(), found.drafts(), found.rules(), found.cases());
            judgements(found.remarks());
        }
        return 0;
    }

    /** Shows how remarks are judged, to be copied into the file of clauses. */
    private void judgements(List<Fault> remarks) {
        List<String> judgements = OpenRemarks.judgements(remarks);
        if (!judgements.isEmpty()) {
            output().say("judge");
            output().out().println("  judged:");
            judgements.forEach(judged -> output().out()
                    .println("    - { " + judged + ", reason: { "
                            + output().language().tag() + ": … } }"));
        }
    }

    /** The result as JSON. */
    record Answer(int releases, int drafts, int rules, int cases, List<ProblemError> remarks) {

        static Answer of(CheckSummary found, Output output) {
            return new Answer(
                    found.releases(),
                    found.drafts(),
                    found.rules(),
                    found.cases(),
                    found.remarks().stream()
                            .map(remark -> ProblemError.of(remark, output.language()))
                            .toList());
        }
    }
}
