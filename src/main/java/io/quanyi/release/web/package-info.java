/** Releases over HTTP: which programmes there are, what they sell, what decides, and since when. */
@NullMarked
package io.quanyi.release.web;

import org.jspecify.annotations.NullMarked;
