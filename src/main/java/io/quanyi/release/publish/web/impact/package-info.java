/** The endpoint that compares published releases. */
@NullMarked
package io.quanyi.release.publish.web.impact;

import org.jspecify.annotations.NullMarked;
