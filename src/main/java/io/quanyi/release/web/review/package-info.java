/** Shows over HTTP what a reviewer of a release asks: which rules rest on each clause of the document, and what its cases cover. */
@NullMarked
package io.quanyi.release.web.review;

import org.jspecify.annotations.NullMarked;
