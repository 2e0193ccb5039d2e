/** Lets assistants call the reading operations of the interface as tools, by the Model Context Protocol. */
@NullMarked
package io.quanyi.mcp;

import org.jspecify.annotations.NullMarked;
