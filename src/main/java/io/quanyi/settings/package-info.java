/** Checks of settings at start: settings that do not exist, and how faults of settings are shown. */
@NullMarked
package io.quanyi.settings;

import org.jspecify.annotations.NullMarked;
