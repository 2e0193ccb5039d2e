/** Where rules are kept, whichever way: whole states of a tree of files. A store knows files, and nothing of what they say. */
@NullMarked
package io.quanyi.store;

import org.jspecify.annotations.NullMarked;
