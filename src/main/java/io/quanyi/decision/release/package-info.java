/**
 * A release as the engine sees it: its catalogue, its service hours, and its rules with the facts that they are given and the findings that
 * they make. The rules themselves are in {@code policy}.
 */
@NullMarked
package io.quanyi.decision.release;

import org.jspecify.annotations.NullMarked;
