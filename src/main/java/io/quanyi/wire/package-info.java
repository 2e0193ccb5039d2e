/** What travels over HTTP whatever it is about: strict JSON, documents that come together, and problems. */
@NullMarked
package io.quanyi.wire;

import org.jspecify.annotations.NullMarked;
