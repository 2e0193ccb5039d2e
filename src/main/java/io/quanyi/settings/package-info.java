/** Holds the settings that are given against those that there are. */
@NullMarked
package io.quanyi.settings;

import org.jspecify.annotations.NullMarked;
