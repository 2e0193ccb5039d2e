package io.quanyi.workshop;

import picocli.CommandLine.Command;

/** Do all cases come out as they must? */
@Command(name = "test")
final class Test extends ProgrammesCommand {

    @Override
    public Integer call() {
        Inspection found = inspect(Inspection.Depth.CASES);
        if (voice().isJson()) {
            voice().json(new Answer(found.releases(), found.drafts(), found.rules(), found.cases()));
        } else {
            voice().say("tested", found.releases(), found.drafts(), found.cases());
        }
        return 0;
    }

    /** What a program is told. */
    record Answer(int releases, int drafts, int rules, int cases) {}
}
