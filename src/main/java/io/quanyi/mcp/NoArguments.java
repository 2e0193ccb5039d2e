package io.quanyi.mcp;

/** The arguments of a tool that takes none. */
record NoArguments() {}
