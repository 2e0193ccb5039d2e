/**
 * Publication: a submission becomes a draft, which is checked completely and then stored as a release, or refused
 * without effect.
 */
@NullMarked
package io.quanyi.release.publish;

import org.jspecify.annotations.NullMarked;
