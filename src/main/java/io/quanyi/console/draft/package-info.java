/** The screens on which people change a draft, try it and bring it to publication. */
@NullMarked
package io.quanyi.console.draft;

import org.jspecify.annotations.NullMarked;
