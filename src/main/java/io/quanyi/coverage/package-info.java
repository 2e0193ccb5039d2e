/** What the cases of a release touch of it, and which slips of an author's they would notice. */
@NullMarked
package io.quanyi.coverage;

import org.jspecify.annotations.NullMarked;
