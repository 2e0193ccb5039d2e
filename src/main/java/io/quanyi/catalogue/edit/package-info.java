/** Changes of catalogues by the entry, as forms ask for them. */
@NullMarked
package io.quanyi.catalogue.edit;

import org.jspecify.annotations.NullMarked;
