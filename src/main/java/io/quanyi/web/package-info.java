/** What all of HTTP has in common: strict JSON, languages, problems, bounds, and the description of the interface. */
@NullMarked
package io.quanyi.web;

import org.jspecify.annotations.NullMarked;
