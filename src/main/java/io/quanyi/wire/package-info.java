/** Formats of HTTP that all features share: strict JSON, streams of documents and answers, problem documents. */
@NullMarked
package io.quanyi.wire;

import org.jspecify.annotations.NullMarked;
