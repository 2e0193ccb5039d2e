/** Endpoints that publish a release, go back to an earlier one, and look for a newer state of the store. */
@NullMarked
package io.quanyi.release.publish.web;

import org.jspecify.annotations.NullMarked;
