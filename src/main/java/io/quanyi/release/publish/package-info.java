/** Publishing: what is sent becomes a draft, is checked as a whole, and is then a release, for every replica, or nothing at all. */
@NullMarked
package io.quanyi.release.publish;

import org.jspecify.annotations.NullMarked;
