/** Problems as pages: what people see, in a browser, of a request that is refused before a controller answers it. */
@NullMarked
package io.quanyi.web.page;

import org.jspecify.annotations.NullMarked;
