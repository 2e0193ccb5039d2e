package io.quanyi.wire;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where, as a JSON pointer into the body; for a query parameter its name after a slash
 * @param code what
 * @param message what, in words
 */
public record ProblemError(String pointer, String code, String message) {}
