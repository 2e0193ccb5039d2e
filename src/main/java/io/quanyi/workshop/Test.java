package io.quanyi.workshop;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Do all cases come out as they must? */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Checks, and runs every case.")
final class Test implements Callable<Integer> {

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RulesFolder.Report report = RulesFolder.check(rules.tree(), true);
        spec.commandLine().getOut().printf("%d releases, %d cases: all come out%n", report.releases(), report.cases());
        return 0;
    }
}
