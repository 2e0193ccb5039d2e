/** Decisions over HTTP: reads the question, has it decided, and puts the answer into words. */
@NullMarked
package io.quanyi.decision.web;

import org.jspecify.annotations.NullMarked;
