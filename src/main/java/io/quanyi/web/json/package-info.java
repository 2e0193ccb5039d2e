/** JSON in and out: bodies that are read strictly, answers that are bounded, streams of both. */
@NullMarked
package io.quanyi.web.json;

import org.jspecify.annotations.NullMarked;
