/** Changes of catalogues by the entry and of calendars by the holiday, as forms and notices ask for them. */
@NullMarked
package io.quanyi.catalogue.edit;

import org.jspecify.annotations.NullMarked;
