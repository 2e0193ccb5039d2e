/** The screens on which cases of a draft are added and changed. */
@NullMarked
package io.quanyi.console.draft.cases;

import org.jspecify.annotations.NullMarked;
