package io.quanyi.workshop;

import picocli.CommandLine.Command;

/** Are the rules, clauses, readings, catalogues and ledgers sound, and does every rule have its cases? */
@Command(
        name = "check",
        description =
                "Checks rules, clauses, readings, catalogues, calendars, ledgers, and that every rule has its cases.")
final class Check extends ProgrammesCommand {

    @Override
    public Integer call() {
        Inspection found = inspect(false);
        if (voice().isJson()) {
            voice().json(found);
        } else {
            voice().say("checked", found.releases(), found.rules(), found.cases());
        }
        return 0;
    }
}
