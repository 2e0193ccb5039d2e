package io.quanyi.workshop.scaffold;

import picocli.CommandLine.Command;

/** Creates files of rules that the author fills in. */
@Command(
        name = "new",
        subcommands = {
            NewVersionCommand.class,
            NewServiceCommand.class,
            NewRuleCommand.class,
            NewProgrammeCommand.class,
            NewCalendarCommand.class
        })
public final class NewCommand {}
