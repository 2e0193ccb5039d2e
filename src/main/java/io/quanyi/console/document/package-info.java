/** The screen that shows a document clause by clause, with the rules that rest on each. */
@NullMarked
package io.quanyi.console.document;

import org.jspecify.annotations.NullMarked;
