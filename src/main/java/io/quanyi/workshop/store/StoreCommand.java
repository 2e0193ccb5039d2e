package io.quanyi.workshop.store;

import picocli.CommandLine.Command;

/** Works on whole stores, with all releases and drafts. */
@Command(name = "store", subcommands = StoreCopyCommand.class)
public final class StoreCommand {}
