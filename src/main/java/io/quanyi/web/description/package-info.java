/** The description of the interface (OpenAPI), made from controllers, records and texts. */
@NullMarked
package io.quanyi.web.description;

import org.jspecify.annotations.NullMarked;
