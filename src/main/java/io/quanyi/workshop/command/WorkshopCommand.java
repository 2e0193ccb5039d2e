package io.quanyi.workshop.command;

import io.quanyi.source.Fault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that works on a folder of rules. All such commands share the options and print faults in the same way. */
public abstract class WorkshopCommand implements Callable<Integer> {

    /** The exit status of a command that has found faults, or could not do its work. */
    public static final int FAULTY = 1;

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Mixin
    private Output output = new Output();

    protected final RulesFolder rules() {
        return rules;
    }

    protected final Output output() {
        return output;
    }

    /** Prints which file could not be read or written, and why. */
    public final void complain(IOException trouble) {
        output.err().println(output.text("trouble", FileErrorText.of(trouble, output.language())));
    }

    /** Prints that the memory is too small. */
    public final void lackMemory() {
        output.err().println(output.text("memory"));
    }

    /** Prints the faults of the rules. */
    public final void complain(List<Fault> faults) {
        new FaultPrinter(rules, output).printFaults(faults);
    }
}
