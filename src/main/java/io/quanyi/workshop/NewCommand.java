package io.quanyi.workshop;

import picocli.CommandLine.Command;

/** Begins something new, as files to be filled in. */
@Command(
        name = "new",
        subcommands = {NewVersion.class, NewService.class, NewRule.class, NewProgramme.class})
final class NewCommand {}
