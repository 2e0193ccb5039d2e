/** The screens of a draft for the product team: forms of the entries of its catalogue. */
@NullMarked
package io.quanyi.console.catalogue;

import org.jspecify.annotations.NullMarked;
