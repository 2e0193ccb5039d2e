package io.quanyi.impact;

import io.quanyi.source.Fault;

/**
 * A service of which nothing is said, because comparing it takes more than it may.
 *
 * @param service the service
 * @param why what makes it so much, where, and what to do
 */
public record NotCompared(String service, Fault why) {}
