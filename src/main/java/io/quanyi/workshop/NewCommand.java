package io.quanyi.workshop;

import picocli.CommandLine.Command;

/** Begins something new, as files to be filled in. */
@Command(
        name = "new",
        description = "Begins a new version, service, rule or programme: files that pass check, to be filled in.",
        subcommands = {NewVersion.class, NewService.class, NewRule.class, NewProgramme.class})
final class NewCommand {}
