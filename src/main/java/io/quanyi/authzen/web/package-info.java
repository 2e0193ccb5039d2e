/** OpenID AuthZEN over HTTP: a decision point for each programme and one for all, with metadata. */
@NullMarked
package io.quanyi.authzen.web;

import org.jspecify.annotations.NullMarked;
