package io.quanyi.workshop;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Are the rules, clauses, readings, catalogues and ledgers sound, and does every rule have its cases? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks rules, clauses, readings, catalogues, calendars, ledgers, and that every rule has its cases.")
final class Check implements Callable<Integer> {

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RulesFolder.Report report = RulesFolder.check(rules.tree(), false);
        spec.commandLine()
                .getOut()
                .printf(
                        "%d releases, %d rules, %d cases: no faults%n",
                        report.releases(), report.rules(), report.cases());
        return 0;
    }
}
