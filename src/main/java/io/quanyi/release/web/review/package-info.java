/** The review of a release over HTTP: the rules that rest on each clause of the document, and the coverage by cases. */
@NullMarked
package io.quanyi.release.web.review;

import org.jspecify.annotations.NullMarked;
