/** The commands that check rules, run their cases, seal releases, and pack rules for the service. */
@NullMarked
package io.quanyi.workshop.check;

import org.jspecify.annotations.NullMarked;
