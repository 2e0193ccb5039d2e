/** Endpoints that show programmes, their catalogues, their releases and the rules of a release. */
@NullMarked
package io.quanyi.release.web;

import org.jspecify.annotations.NullMarked;
