/** Searches for the subjects, actions and resources that are permitted, page by page. */
@NullMarked
package io.quanyi.authzen.search;

import org.jspecify.annotations.NullMarked;
