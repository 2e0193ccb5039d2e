package io.quanyi.workshop;

import picocli.CommandLine.Command;

/** Do all cases come out as they must? */
@Command(name = "test", description = "Checks, and runs every case.")
final class Test extends ProgrammesCommand {

    @Override
    public Integer call() {
        Inspection found = inspect(true);
        if (voice().isJson()) {
            voice().json(found);
        } else {
            voice().say("tested", found.releases(), found.cases());
        }
        return 0;
    }
}
