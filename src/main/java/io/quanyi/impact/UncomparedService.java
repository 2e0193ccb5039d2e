package io.quanyi.impact;

import io.quanyi.source.Fault;

/**
 * A service that was not compared, because the comparison would exceed the budget or a rule fails.
 *
 * @param service the id of the service
 * @param why the reason, its place in the rules and what to do
 */
public record UncomparedService(String service, Fault why) {}
