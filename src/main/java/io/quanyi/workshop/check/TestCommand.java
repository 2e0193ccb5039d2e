package io.quanyi.workshop.check;

import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.FaultPrinter;
import picocli.CommandLine.Command;

/** Checks rules and runs all cases. */
@Command(name = "test")
public final class TestCommand extends ProgrammesCommand {

    @Override
    public Integer call() {
        CheckSummary found = inspect(CheckSummary.Depth.CASES);
        if (output().isJson()) {
            output().json(new Answer(found.releases(), found.drafts(), found.rules(), found.cases()));
        } else {
            new FaultPrinter(rules(), output()).remark(found.changedCasesOfDrafts());
            output().say("tested", found.releases(), found.drafts(), found.cases());
        }
        return 0;
    }

    /** The result as JSON. */
    record Answer(int releases, int drafts, int rules, int cases) {}
}
