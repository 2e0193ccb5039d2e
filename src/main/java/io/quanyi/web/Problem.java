package io.quanyi.web;

import java.util.List;

/**
 * An answer that is none, as RFC 9457 describes it.
 *
 * @param type names the kind of problem, for ever
 * @param title the kind in words
 * @param status the HTTP status
 * @param code the kind as a code, the last part of the type
 * @param detail what happened here
 * @param errors everything that is wrong at the first stage where anything is
 * @param omitted how many more errors there are than are listed
 */
record Problem(
        String type, String title, int status, String code, String detail, List<ProblemError> errors, int omitted) {}
